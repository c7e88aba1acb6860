package org.himaye.keeping;

import java.sql.Connection;
import java.sql.SQLException;

/** Tells the access log what an operator does by a command, through the one function of the database that writes this and nothing else. */
public final class AccessRecord {

    /** PostgreSQL's code for a function that is not there. */
    private static final String UNKNOWN_FUNCTION = "42883";

    private AccessRecord() {}

    /** Committed when this returns. */
    public static void write(Connection connection, String act, String outcome, String reason) throws SQLException {
        connection.setAutoCommit(true);
        connection.setReadOnly(false);
        try (var call = connection.prepareStatement("select himaye.record_keeping(?, ?, ?)")) {
            call.setString(1, act);
            call.setString(2, outcome);
            call.setString(3, reason);
            call.execute();
        } catch (SQLException e) {
            if (UNKNOWN_FUNCTION.equals(e.getSQLState())) {
                throw new KeepingProblem("The database is older than this version: start it once with ./himaye run", e);
            }
            throw e;
        }
    }
}
