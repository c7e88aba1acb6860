package org.himaye.verifier.witness;

/** The log says under its signature what it must not say: it was cut, rewritten or forked. The message is for the auditor. */
public final class Refusal extends RuntimeException {

    private final transient byte[] evidence;

    Refusal(String message, byte[] evidence) {
        super(message);
        this.evidence = evidence.clone();
    }

    /** What the log said. */
    byte[] evidence() {
        return evidence.clone();
    }
}
