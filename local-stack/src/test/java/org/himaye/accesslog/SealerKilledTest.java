package org.himaye.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.himaye.stack.MigratedDatabase;
import org.himaye.verifier.log.LogVerifier;
import org.himaye.verifier.log.Report;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Events are written while the sealer and PostgreSQL are killed: the sealer at its named places, both at any moment. Every event whose
 * commit was acknowledged is there, has its leaf, and the exported log is sound. In a long run ({@code ./himaye test --long}) fifty times, or
 * as often as {@code -Dhimaye.kills} says.
 */
class SealerKilledTest {

    private static final int KILLS =
            Integer.getInteger("himaye.kills", "yes".equals(System.getProperty("himaye.long")) ? 50 : 2);
    private static final int HALTED = 137;
    private static final int WRITERS = 4;

    private static final String WRITE =
            "select himaye.append_event(null, null, null, null, null, 'case.read', 'VIEW', null, null, '{person.name}',"
                    + " '{ID}', null, null, 'ALLOWED', null, 1, null, null, array[gen_random_uuid()], '{}')";

    private static final String UNSEALED = "select count(*) from himaye.access_event e where not exists"
            + " (select from himaye.log_leaf l where l.event_seq = e.seq and l.event_at = e.at)";

    @TempDir
    Path folder;

    private final Random random = new Random();
    private final Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private final List<Future<?>> writers = new ArrayList<>();
    private MigratedDatabase database;
    private Process sealer;

    @BeforeEach
    void begin() throws Exception {
        database = new MigratedDatabase(folder.resolve("var"));
        String key = LogKeyFile.in(database.keys(), MortalSealer.ORIGIN, null).verifierKey();
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from himaye.log_checkpoint");
            statement.execute("update himaye.log_position set log_key = '" + key + "'");
        }
        for (int i = 0; i < WRITERS; i++) {
            writers.add(threads.submit(this::write));
        }
    }

    @AfterEach
    void end() {
        enough.set(true);
        threads.shutdown();
        if (sealer != null) {
            sealer.destroyForcibly();
        }
        database.close();
    }

    /** Goes on when the database was away; what was not acknowledged may be there or not. */
    private Void write() throws InterruptedException {
        while (!enough.get()) {
            try (Connection connection = database.superuser();
                    PreparedStatement insert = connection.prepareStatement(WRITE)) {
                while (!enough.get()) {
                    try (ResultSet row = insert.executeQuery()) {
                        row.next();
                        acknowledged.add(row.getObject(1, UUID.class));
                    }
                }
            } catch (SQLException away) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        return null;
    }

    private Process seal(String crash) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dhimaye.crash=" + crash,
                        "-cp",
                        System.getProperty("java.class.path"),
                        MortalSealer.class.getName(),
                        database.keys().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sealer.log").toFile())
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(database.superuserUrl().getBytes(StandardCharsets.UTF_8));
        }
        return process;
    }

    @Test
    void everythingAcknowledgedIsSealedWhateverEnds() throws Exception {
        for (CrashPoint point : CrashPoint.values()) {
            Process dying = seal(point.name());
            assertTrue(dying.waitFor(60, TimeUnit.SECONDS), point + " was not reached: " + said());
            assertEquals(HALTED, dying.exitValue(), said());
        }
        sealer = seal("");
        for (int i = 0; i < KILLS; i++) {
            growsBy(500);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
            if (i % 2 == 0) {
                database.killAndStart();
            } else {
                sealer.destroyForcibly().waitFor();
                sealer = seal("");
            }
        }
        growsBy(500);
        enough.set(true);
        for (Future<?> writer : writers) {
            writer.get();
        }
        nothingIsLost();
        theLogIsSound();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("sealer.log"));
    }

    private void growsBy(int events) throws Exception {
        int before = acknowledged.size();
        until("writers go on", () -> acknowledged.size() > before + events);
        long sealed = number("select size from himaye.log_position");
        until("the sealer goes on", () -> number("select size from himaye.log_position") > sealed);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private void until(String what, Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, () -> "not within a minute: " + what);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void nothingIsLost() throws Exception {
        assertTrue(acknowledged.size() > 500 * KILLS);
        until("everything is sealed", () -> number(UNSEALED) == 0);
        try (Connection connection = database.superuser();
                PreparedStatement lost = connection.prepareStatement(
                        "select count(*) from unnest(?) id where id not in (select e.id from himaye.access_event e)")) {
            lost.setArray(1, connection.createArrayOf("uuid", acknowledged.toArray()));
            try (ResultSet row = lost.executeQuery()) {
                row.next();
                assertEquals(0, row.getLong(1), "events whose commit was acknowledged");
            }
        }
    }

    private void theLogIsSound() throws Exception {
        until(
                "a checkpoint is over everything",
                () -> number("select max(c.size) - max(p.size) from himaye.log_checkpoint c, himaye.log_position p")
                        == 0);
        Path export = Files.createDirectory(folder.resolve("export"));
        LogExport.Done done;
        try (Connection snapshot = database.superuser()) {
            snapshot.setAutoCommit(false);
            done = new LogExport(snapshot, export).write();
        }
        Report report = new LogVerifier(export, LogVerifier.key(export.resolve("log.vkey"))).verify();
        assertEquals(0, report.exitCode(), report::text);
        assertEquals(0, done.unsealed());
        assertTrue(done.size() >= acknowledged.size(), done + " of " + acknowledged.size());
    }
}
