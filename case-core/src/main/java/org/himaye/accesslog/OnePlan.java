package org.himaye.accesslog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A connection of the log's reader on which a statement has one plan for all values. Planning over every month of the log takes longer than a
 * page does, and its statements are written so that one plan fits: the months that a value leaves out are left out when it runs.
 *
 * <p>What is read in order must not be sorted: not knowing the values, the database takes all rows behind a place for a few, and would sort
 * them rather than begin there in an index that has them in order.
 */
record OnePlan(Connection connection) implements AutoCloseable {

    static OnePlan of(DataSource reader, boolean inOrder) throws SQLException {
        OnePlan one = new OnePlan(reader.getConnection());
        try {
            one.plan("force_generic_plan", inOrder ? "off" : "default");
        } catch (SQLException e) {
            one.connection.close();
            throw e;
        }
        return one;
    }

    private void plan(String mode, String sort) throws SQLException {
        try (Statement set = connection.createStatement()) {
            set.execute("set plan_cache_mode to " + mode + "; set enable_sort to " + sort);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            plan("default", "default");
        }
    }
}
