package org.himaye.accesslog;

/** What the database holds of the log is not what was signed last, or nobody can tell: nothing is sealed and nothing signed. */
class LogUnproved extends IllegalStateException {

    LogUnproved(String problem) {
        super(problem);
    }

    LogUnproved(String problem, Exception cause) {
        super(problem, cause);
    }
}
