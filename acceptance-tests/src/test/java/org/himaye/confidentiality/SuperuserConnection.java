package org.himaye.confidentiality;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The truth of the database inside the server, and the hand of somebody who has stolen its administrator's account. */
final class SuperuserConnection {

    static final String RESOURCE = "superuser.url";

    private SuperuserConnection() {}

    private static Connection open() throws SQLException {
        try (InputStream url = SuperuserConnection.class.getResourceAsStream("/" + RESOURCE)) {
            return DriverManager.getConnection(new String(url.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static long number(String sql, Object... arguments) {
        try (Connection connection = open();
                PreparedStatement select = bound(connection, sql, arguments);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(String sql, Object... arguments) {
        try (Connection connection = open();
                PreparedStatement select = bound(connection, sql, arguments);
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All tests export as few people, within an hour: the bound of each person is ten. */
    static void exportsInAnHour(int most) {
        change("update himaye.configuration set value = ? where key = 'quota.export.per_hour'", most);
    }

    /** The same for files. */
    static void uploadsInAnHour(int most) {
        change("update himaye.configuration set value = ? where key = 'quota.upload.per_hour'", most);
    }

    static int change(String sql, Object... arguments) {
        try (Connection connection = open();
                PreparedStatement change = bound(connection, sql, arguments)) {
            return change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
