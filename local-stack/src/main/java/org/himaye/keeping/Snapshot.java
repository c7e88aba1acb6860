package org.himaye.keeping;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A transaction that sees one moment, however long it lasts, and disturbs nobody. */
final class Snapshot {

    private Snapshot() {}

    /** From its first statement on. */
    static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        text(connection, "select pg_current_snapshot()::text");
        if ("t".equals(text(connection, "select to_regclass('public.databasechangeloglock') is not null"))
                && !texts(connection, "select id::text from public.databasechangeloglock where locked")
                        .isEmpty()) {
            throw new KeepingProblem(
                    "The database is just being brought to a new version: try again when that is done");
        }
    }

    static String text(Connection connection, String sql) throws SQLException {
        List<String> texts = texts(connection, sql);
        if (texts.isEmpty()) {
            throw new SQLException("nothing found: " + sql);
        }
        return texts.getFirst();
    }

    static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
