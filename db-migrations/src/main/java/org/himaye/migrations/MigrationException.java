package org.himaye.migrations;

/** The database could not be brought to the state of this source; the cause says which change set and why. */
public final class MigrationException extends Exception {

    MigrationException(Exception cause) {
        super(lastCause(cause), cause);
    }

    private static String lastCause(Throwable cause) {
        Throwable last = cause;
        while (last.getCause() != null && last.getCause() != last) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
    }
}
