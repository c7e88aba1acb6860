package org.himaye.acceptance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database's truth, read as superuser; tests change nothing through it but rights. */
final class Database {

    private Database() {}

    static long number(String sql, Object... arguments) {
        return Long.parseLong(texts(sql, arguments).get(0));
    }

    /** First column of every row, as text. */
    static List<String> texts(String sql, Object... arguments) {
        try (Connection connection = Himaye.stack().superuser("himaye");
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                select.setObject(i + 1, arguments[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A change of rights or structure that a test makes and takes back. */
    static void change(String sql) {
        try (Connection connection = Himaye.stack().superuser("himaye")) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
