package org.himaye.verifier;

/** There is nothing to check, or it cannot be read: exit code 2. The message is one line that says what to do. */
public final class Unusable extends RuntimeException {

    public Unusable(String message) {
        super(message);
    }

    public Unusable(String message, Throwable cause) {
        super(message, cause);
    }
}
