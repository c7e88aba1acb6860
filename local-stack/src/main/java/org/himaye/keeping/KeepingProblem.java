package org.himaye.keeping;

/** A backup or a restore cannot go on; the message is one line that says what to do. */
public final class KeepingProblem extends RuntimeException {

    KeepingProblem(String message) {
        super(oneLine(message));
    }

    KeepingProblem(String message, Throwable cause) {
        super(oneLine(message), cause);
    }

    /** PostgreSQL's own messages have several. */
    private static String oneLine(String message) {
        return message.replaceAll("\\s*\\R\\s*", " ");
    }
}
