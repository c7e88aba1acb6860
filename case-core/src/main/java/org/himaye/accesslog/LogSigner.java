package org.himaye.accesslog;

/** Signs checkpoints. What follows the algorithm of today has another first byte in its key and stands in a line beside it. */
interface LogSigner {

    /** The public key as a line of C2SP signed-note; the name of the log stands first. */
    String verifierKey();

    /**
     * The line that goes under a note, with its end.
     *
     * @param body the note's text, which ends with a line
     */
    String signature(String body);
}
