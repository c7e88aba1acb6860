package org.himaye.keeping;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.himaye.accesslog.LogAcceptance;

/** Goes on from the log as the database holds it, and the log says so; and says too when that came to nothing. */
public final class LogTakeOver {

    private LogTakeOver() {}

    /**
     * @param himaye that reads everything
     * @param keys the folder of keys
     * @param act of the operator, of which this is a part
     * @return how many entries were taken over
     * @throws KeepingProblem when the tables are no tree, or {@code log.signed} cannot be written: nothing was taken over
     */
    public static long record(Connection himaye, Path keys, String act) throws SQLException {
        AccessRecord.write(himaye, act, "ALLOWED", LogAcceptance.REASON);
        try {
            return LogAcceptance.take(himaye, keys);
        } catch (RuntimeException broken) {
            AccessRecord.write(himaye, act, "FAILED", "LOG_UNPROVED");
            throw new KeepingProblem("The access log was not taken over: " + broken.getMessage(), broken);
        }
    }
}
