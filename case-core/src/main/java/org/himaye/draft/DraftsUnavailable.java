package org.himaye.draft;

/** A draft could not be read or stored just now; the page that holds the text tries again. */
public class DraftsUnavailable extends RuntimeException {

    DraftsUnavailable(Throwable cause) {
        super(cause);
    }
}
