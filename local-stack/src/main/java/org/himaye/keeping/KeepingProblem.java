package org.himaye.keeping;

/** A backup or a restore cannot go on; the message is one line that says what to do. */
public final class KeepingProblem extends RuntimeException {

    KeepingProblem(String message) {
        super(message);
    }

    KeepingProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
