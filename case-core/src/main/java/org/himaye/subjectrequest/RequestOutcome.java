package org.himaye.subjectrequest;

/** What comes of a request. */
public enum RequestOutcome {
    GRANTED,
    NARROWED,
    REFUSED
}
