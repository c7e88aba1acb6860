package org.himaye.stack;

/** Something the person at the keyboard can put right; the message is one line that says what to do. */
public final class StackProblem extends RuntimeException {

    public StackProblem(String message) {
        super(message);
    }

    StackProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
