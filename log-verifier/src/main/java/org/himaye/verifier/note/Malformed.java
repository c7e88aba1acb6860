package org.himaye.verifier.note;

/** Something does not have the form that it must have; the message says what, for people. */
public final class Malformed extends RuntimeException {

    public Malformed(String message) {
        super(message);
    }

    /** The same, where it stood. */
    public Malformed in(String place) {
        return new Malformed(place + ": " + getMessage());
    }
}
