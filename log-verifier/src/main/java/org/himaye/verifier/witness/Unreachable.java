package org.himaye.verifier.witness;

/** The log did not answer, or with something that is no answer; the next round may succeed. */
public final class Unreachable extends RuntimeException {

    Unreachable(String message) {
        super(message);
    }

    Unreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
