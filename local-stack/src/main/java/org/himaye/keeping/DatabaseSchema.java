package org.himaye.keeping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a database consists of apart from its rows, as statements that make it again: read from PostgreSQL's own catalogue, because
 * the embedded server brings no pg_dump. Two databases with equal descriptions have the same tables, keys, rules, triggers,
 * functions, owners and rights.
 *
 * @param before what stands before the rows come: schemas, functions, tables, sequences
 * @param after what is made when they are there, so that it is checked against them: constraints, indexes, triggers, rights;
 *     functions that were read when they were made
 */
public record DatabaseSchema(List<String> before, List<String> after) {

    private static final List<String> BEFORE = List.of("extensions", "schemas", "functions", "tables", "partitions");
    private static final List<String> AFTER =
            List.of("constraints", "indexes", "references", "triggers", "parsed", "comments", "rights", "policies");

    public DatabaseSchema {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * Of the database behind the connection, in its running transaction.
     *
     * @throws KeepingProblem when there is something in it that is not described here: better no backup than one that lacks it
     */
    public static DatabaseSchema of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            alikeEverywhere(statement);
        }
        List<String> unknown = texts(connection, "unknown");
        if (!unknown.isEmpty()) {
            throw new KeepingProblem("The database has what a backup does not know yet, so none is made: "
                    + String.join(", ", unknown) + ". Teach org.himaye.keeping.DatabaseSchema");
        }
        return new DatabaseSchema(all(connection, BEFORE), all(connection, AFTER));
    }

    private static List<String> all(Connection connection, List<String> kinds) throws SQLException {
        var statements = new ArrayList<String>();
        for (String kind : kinds) {
            statements.addAll(texts(connection, kind));
        }
        return statements;
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql(query))) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static String sql(String query) {
        try (var in = DatabaseSchema.class.getResourceAsStream("schema/" + query + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names come out with their schema then, and moments not in the zone of the caller. */
    private static void alikeEverywhere(Statement settings) throws SQLException {
        settings.execute("set search_path = ''");
        settings.execute("set timezone = 'UTC'");
    }

    static void run(Connection connection, List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            alikeEverywhere(statement);
            // A function may name a table that comes after it.
            statement.execute("set check_function_bodies = off");
            for (String each : statements) {
                try {
                    statement.execute(each);
                } catch (SQLException e) {
                    throw new SQLException(e.getMessage() + " in: " + each, e.getSQLState(), e);
                }
            }
        }
    }

    /** What this has and the other lacks. */
    public List<String> without(DatabaseSchema other) {
        var mine = new ArrayList<>(before);
        mine.addAll(after);
        mine.removeAll(other.before);
        mine.removeAll(other.after);
        return mine;
    }
}
