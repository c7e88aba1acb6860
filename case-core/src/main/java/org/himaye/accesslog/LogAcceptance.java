package org.himaye.accesslog;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Takes what the database holds of the log for what was signed last, unseen. The server never does so: it is a step of the
 * operator, after a restore, when {@code log.signed} is lost, or when he brings an installation to the first version that has it. He records
 * it before.
 */
public final class LogAcceptance {

    /** What lies beside the log's key and is none. */
    public static final String FILE = LastSigned.FILE;

    /** Why, in the event that the operator's step writes. */
    public static final String REASON = "LOG_TAKEN_OVER";

    private LogAcceptance() {}

    /**
     * From now on the log goes on from here.
     *
     * @param connection that reads everything
     * @param keys the folder of keys
     * @return how many entries were taken over
     * @throws IllegalStateException when the tables are not even a tree
     */
    public static long take(Connection connection, Path keys) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LogSealer.LOCK + ")");
            try (ResultSet row = statement.executeQuery("select size from himaye.log_position")) {
                row.next();
                long size = row.getLong(1);
                byte[] root = LogTree.kept(size, new StoredTiles(connection)).root();
                LastSigned.in(keys).write(new LastSigned.State(size, root));
                return size;
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
