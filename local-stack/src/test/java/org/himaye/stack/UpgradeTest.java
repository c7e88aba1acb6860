package org.himaye.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.himaye.keeping.DatabaseSchema;
import org.himaye.migrations.Installation;
import org.himaye.migrations.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of state that an earlier landing made is started with this one: it keeps its rows and gets the schema of a new one. */
class UpgradeTest {

    @TempDir
    Path folder;

    @Test
    void whatTheLandingBeforeWroteIsKeptAndTheSchemaIsThatOfANewOne() throws Exception {
        Release before = Release.all().getLast();
        Places places = SmallDatabase.places(folder.resolve("var"));
        Database database = SmallDatabase.in(places, SmallDatabase.ports());
        Upgrade upgrade = new Upgrade(database, places, new Progress(System.out));
        database.start();
        try {
            asLeftBy(before, database);
            Map<String, List<String>> rows = rows(database);
            for (String table : List.of(
                    "person",
                    "access_event",
                    "break_glass_grant",
                    "account_act",
                    "value_change",
                    "case_note",
                    "case_restriction",
                    "erasure")) {
                assertFalse(rows.get("himaye." + table).isEmpty(), table);
            }

            upgrade.run(Installation.DEMO);
            assertFalse(Files.exists(signed(places)), "a log that is missing what was signed last is not taken over");

            assertEquals(List.of(), lost(rows, database));
            DatabaseSchema upgraded = schema(database, "himaye");
            DatabaseSchema fresh = freshlyMade(database);
            assertEquals(List.of(), fresh.without(upgraded), "an upgraded database lacks");
            assertEquals(List.of(), upgraded.without(fresh), "an upgraded database has too much");
        } finally {
            database.stop();
        }
    }

    /** The sealer would not go on without; and goes on without being asked never again, because whoever forges the log may wait for that. */
    @Test
    void aLogOfBeforeThatWasRememberedIsTakenOverOnce() throws Exception {
        Places places = SmallDatabase.places(folder.resolve("var"));
        Database database = SmallDatabase.in(places, SmallDatabase.ports());
        Upgrade upgrade = new Upgrade(database, places, new Progress(System.out));
        database.start();
        try {
            asLeftBy(named("005"), database);

            upgrade.run(Installation.DEMO);

            assertTrue(Files.readString(signed(places)).startsWith("1 "), "the log of before was not taken over");
            Files.delete(signed(places));

            upgrade.run(Installation.DEMO);

            assertFalse(Files.exists(signed(places)), "taken over again");
            demandSaid(database);
        } finally {
            database.stop();
        }
    }

    private static Path signed(Places places) {
        return places.keys().resolve("log.signed");
    }

    private static Release named(String name) {
        return Release.all().stream()
                .filter(release -> release.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void demandSaid(Database database) throws SQLException {
        try (Connection himaye = database.superuser("himaye")) {
            assertEquals(
                    List.of("keeping.keys ALLOWED"),
                    texts(
                            himaye,
                            "select act || ' ' || outcome from himaye.access_event where reason = 'LOG_TAKEN_OVER'"));
        }
    }

    private static void asLeftBy(Release release, Database database) throws Exception {
        database.migrate(Installation.DEMO, release);
        try (Connection connection = database.superuser("himaye");
                var statement = connection.createStatement();
                var in = UpgradeTest.class.getResourceAsStream("upgrade/" + release.name() + ".sql")) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Every row of every table as text, by table; Liquibase's own tables grow with an upgrade. */
    private static Map<String, List<String>> rows(Database database) throws SQLException {
        var rows = new TreeMap<String, List<String>>();
        try (Connection connection = database.superuser("himaye")) {
            for (String table : texts(
                    connection,
                    "select oid::regclass::text from pg_class where relnamespace = 'himaye'::regnamespace and relkind in ('r', 'p')"
                            + " and not relispartition")) {
                rows.put(table, texts(connection, "select to_jsonb(t)::text from " + table + " t order by 1"));
            }
        }
        return rows;
    }

    /** Rows of then that are not there any more with the same values; columns may have come. */
    private static List<String> lost(Map<String, List<String>> then, Database database) throws SQLException {
        var lost = new ArrayList<String>();
        try (Connection connection = database.superuser("himaye")) {
            for (var table : then.entrySet()) {
                for (String row : table.getValue()) {
                    String literal = "'" + row.replace("'", "''") + "'";
                    if (texts(connection, "select 1 from " + table.getKey() + " t where to_jsonb(t) @> " + literal)
                            .isEmpty()) {
                        lost.add(table.getKey() + " " + row);
                    }
                }
            }
        }
        return lost;
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (found.next()) {
                texts.add(found.getString(1));
            }
            return texts;
        }
    }

    private static DatabaseSchema schema(Database database, String name) throws SQLException {
        try (Connection connection = database.superuser(name)) {
            return DatabaseSchema.of(connection);
        }
    }

    private static DatabaseSchema freshlyMade(Database database) throws Exception {
        try (Connection connection = database.superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("alter database himaye rename to upgraded");
            statement.execute("create database himaye owner himaye_owner");
        }
        database.migrate(Installation.DEMO);
        return schema(database, "himaye");
    }
}
