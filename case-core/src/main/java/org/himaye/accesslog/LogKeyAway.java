package org.himaye.accesslog;

/** The log's signing key is missing, cannot be read, or is not the one of this log: nothing is signed. */
class LogKeyAway extends RuntimeException {

    LogKeyAway(String problem) {
        super(problem);
    }

    LogKeyAway(String problem, Exception cause) {
        super(problem, cause);
    }
}
