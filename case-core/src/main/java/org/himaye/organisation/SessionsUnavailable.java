package org.himaye.organisation;

/** The sessions could not be read: nobody is let in and nobody is signed out. */
public class SessionsUnavailable extends RuntimeException {

    public SessionsUnavailable(Throwable cause) {
        super(cause);
    }
}
