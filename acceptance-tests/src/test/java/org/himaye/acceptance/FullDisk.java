package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The disk on which this month's events stand, and it is full: a small file system in memory, to which their table is moved. Needs the
 * right to mount one.
 */
final class FullDisk {

    private static final String FULL = "53100";
    private static final int SPARE = 1 << 20;
    private static final int BLOCK = 4_096;

    /** A connection goes back to where it wrote last and is refused there, while others still find place: so many must find none at all. */
    private static final int REFUSALS = 5;

    /** The smallest event that there is, so that a page's has no place where this has none. */
    private static final String SMALL_EVENT =
            "insert into himaye.access_event (id, act, action, fields, classes, outcome, row_count)"
                    + " values (gen_random_uuid(), 'log.prepare', 'VIEW', '{}', '{}', 'ALLOWED', 0)";

    private final Path place;
    private final String table;

    private FullDisk(Path place, String table) {
        this.place = place;
        this.table = table;
    }

    static boolean possible() {
        return System.getProperty("user.name").equals("root");
    }

    static FullDisk ofTheLog() {
        try {
            String table = Database.texts("select to_char(now() at time zone 'UTC', '\"himaye.access_event_\"YYYY_MM')")
                    .getFirst();
            long size = Database.number("select pg_table_size(?::regclass)", table) + SPARE;
            FullDisk disk = new FullDisk(Files.createTempDirectory("full"), table);
            run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + size, "tmpfs", disk.place.toString());
            try {
                disk.fill();
            } catch (Throwable e) {
                // A failed assertion too: else the log stays on a full disk for every later test.
                disk.giveBack(e);
                throw e;
            }
            return disk;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fill() throws IOException, SQLException {
        Path files = Files.createDirectory(
                place.resolve("files"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Database.change("create tablespace small location '" + files + "'");
        Database.change("alter table " + table + " set (autovacuum_enabled = false)");
        Database.change("alter table " + table + " set tablespace small");
        try (OutputStream rest = Files.newOutputStream(place.resolve("rest"))) {
            while (true) {
                rest.write(new byte[BLOCK]);
            }
        } catch (IOException full) {
            // No space left: as it should be.
        }
        int refusals = 0;
        while (refusals < REFUSALS) {
            refusals = filled() == 0 ? refusals + 1 : 0;
        }
    }

    /** How many events one connection finds place for. */
    private static int filled() throws SQLException {
        try (Connection connection = Himaye.stack().superuser("himaye");
                Statement statement = connection.createStatement()) {
            int events = 0;
            while (!refused(statement)) {
                events++;
            }
            return events;
        }
    }

    private static boolean refused(Statement statement) {
        try {
            statement.execute(SMALL_EVENT);
            return false;
        } catch (SQLException full) {
            assertEquals(FULL, full.getSQLState(), full.getMessage());
            return true;
        }
    }

    private void giveBack(Throwable because) {
        try {
            giveBack();
        } catch (RuntimeException | AssertionError again) {
            because.addSuppressed(again);
        }
    }

    void giveBack() {
        try {
            Files.deleteIfExists(place.resolve("rest"));
            Database.change("alter table " + table + " set tablespace pg_default");
            Database.change("alter table " + table + " reset (autovacuum_enabled)");
            Database.change("drop tablespace if exists small");
            run("umount", place.toString());
            Files.delete(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... command) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            assertEquals(0, process.waitFor(), said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
