package org.himaye.accesslog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A connection of the log's reader whose statements may take longer than those of a page: for answers that nobody can make narrower. Not
 * quite as long as the pool waits for an answer.
 */
record PatientReader(Connection connection) implements AutoCloseable {

    static PatientReader of(DataSource reader) throws SQLException {
        PatientReader patient = new PatientReader(reader.getConnection());
        try {
            patient.give("'50s'");
        } catch (SQLException e) {
            patient.connection.close();
            throw e;
        }
        return patient;
    }

    private void give(String time) throws SQLException {
        try (Statement set = connection.createStatement()) {
            set.execute("set statement_timeout to " + time);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            give("default");
        }
    }
}
