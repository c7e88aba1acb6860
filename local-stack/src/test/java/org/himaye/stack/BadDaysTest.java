package org.himaye.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder of state can be like when somebody starts: it works, or one line says what to do. */
class BadDaysTest {

    @TempDir
    Path folder;

    private String refusal(Places places) throws Exception {
        Database database = SmallDatabase.in(places, SmallDatabase.ports());
        return assertThrows(StackProblem.class, database::start).getMessage();
    }

    @Test
    void dataOfAnotherPostgresIsLeftAloneAndBothVersionsAreNamed() throws Exception {
        Places places = SmallDatabase.places(folder.resolve("var"));
        Path version = places.postgres().resolve("data/PG_VERSION");
        Files.createDirectories(version.getParent());
        Files.writeString(version, "9\n");
        Files.writeString(places.postgres().resolve("complete"), "9\n");

        String said = refusal(places);

        assertTrue(said.contains("PostgreSQL 9, this is " + Versions.postgresMajor()), said);
        assertEquals("9\n", Files.readString(version));
    }

    @Test
    void aFolderThatLostItsFilesIsNotBegunAnewBehindSomebodysBack() throws Exception {
        Places places = SmallDatabase.places(folder.resolve("var"));
        Files.createDirectories(places.postgres());
        Files.writeString(places.postgres().resolve("complete"), Versions.postgresMajor() + "\n");

        assertTrue(refusal(places).contains("put a backup back"));
    }

    @Test
    void aFirstStartThatWasCutOffIsBegunAnew() throws Exception {
        Places places = SmallDatabase.places(folder.resolve("var"));
        Files.createDirectories(places.postgres().resolve("data"));
        Files.writeString(places.postgres().resolve("data/half"), "x");
        Database database = SmallDatabase.in(places, SmallDatabase.ports());
        database.start();
        try (Connection connection = database.superuser("himaye")) {
            assertTrue(connection.isValid(5));
        } finally {
            database.stop();
        }
    }

    @Test
    void whatAKilledRunLeftIsEndedAndItsDataIsThere() throws Exception {
        Places places = SmallDatabase.places(folder.resolve("var"));
        Ports ports = SmallDatabase.ports();
        Database killed = SmallDatabase.in(places, ports);
        killed.start();
        try (Connection connection = killed.superuser("himaye");
                var statement = connection.createStatement()) {
            statement.execute("create table left_behind as select 1");
        }

        new Leftovers(places).end(new Progress(System.out));

        assertTrue(Ports.isFree(ports.postgres()), "it still runs");
        // The library's lock on the folder would have died with the launcher.
        killed.stop();
        Database next = SmallDatabase.in(places, ports);
        next.start();
        try (Connection connection = next.superuser("himaye");
                var statement = connection.createStatement()) {
            statement.execute("select * from left_behind");
        } finally {
            next.stop();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("var"), "a file");
        var places = new Places(folder, file, folder.resolve("servers"));

        assertTrue(
                assertThrows(StackProblem.class, places::prepare).getMessage().startsWith("Cannot write to " + file));
    }
}
