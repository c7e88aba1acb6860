package org.himaye.accesslog;

/**
 * Where a test ends the server hard, to see that the log is whole afterwards: the system property {@code himaye.crash} names the
 * place. Nothing else sets it, and the launcher hands it to demos only.
 */
enum CrashPoint {
    /** Leaves are written and not committed. */
    LEAVES_WRITTEN,
    /** Leaves are committed, the checkpoint over them is not. */
    LEAVES_COMMITTED,
    /** What is signed is kept beside the key, the checkpoint is not in the database. */
    ROOT_KEPT;

    /** What happens at a place: nothing. */
    interface Reached {
        void at(CrashPoint point);
    }

    static void end(CrashPoint point) {
        if (point.name().equals(System.getProperty("himaye.crash"))) {
            Runtime.getRuntime().halt(137);
        }
    }
}
