package org.himaye.accesslog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.himaye.stack.MigratedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sealing on a real PostgreSQL, as the role of the sealer: nothing is lost, nothing twice, and what was changed afterwards shows. */
class LogSealerTest {

    private static final String INSERT =
            "insert into himaye.access_event (id, act, action, fields, classes, outcome, row_count)"
                    + " values (gen_random_uuid(), 'case.read', 'VIEW', '{person.name}', '{ID}', 'ALLOWED', 1)";

    private static final String APPEND =
            "select himaye.append_event(null, null, null, null, null, 'case.read', 'VIEW', null, null,"
                    + " '{person.name}', '{ID}', null, null, 'ALLOWED', null, 1, null, null, %s, '{}')";

    private static final String RENEWED = "select renewed_at > clock_timestamp() - interval '1 minute'"
            + " from himaye.log_checkpoint order by size desc limit 1";

    private static final String UNSEALED = "select count(*) from himaye.access_event e where not exists"
            + " (select from himaye.log_leaf l where l.event_seq = e.seq and l.event_at = e.at)";

    private static final String GAPS = "select count(*) = max(leaf_index) + 1 and count(distinct event_seq) = count(*)"
            + " filter (where part = 0) and count(*) = (select size from himaye.log_position) from himaye.log_leaf";

    private static final CrashPoint.Reached NOWHERE = point -> {};

    @TempDir
    static Path folder;

    private static final String LOG = "himaye/test";

    private static MigratedDatabase database;
    private static LastSigned lastSigned;
    private static LogSigner signer;

    private Connection truth;
    private Connection sealing;
    private LogSealer sealer;

    @BeforeAll
    static void start() throws Exception {
        database = new MigratedDatabase(folder.resolve("var"));
        lastSigned = LastSigned.in(database.keys());
        signer = LogKeyFile.in(database.keys(), LOG, null);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        truth = database.superuser();
        sealing = as("himaye_log_sealer");
        sealer = new LogSealer(sealing, lastSigned, NOWHERE);
    }

    @AfterEach
    void end() throws SQLException {
        truth.close();
        sealing.close();
    }

    private static Connection as(String role) throws SQLException {
        Connection connection = database.superuser();
        run(connection, "set role " + role);
        return connection;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        return text(truth, sql);
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static void seal(LogSealer with) throws SQLException {
        for (int round = 0; with.seal() != LogSealer.Round.IDLE; round++) {
            assertTrue(round < 10_000, "the sealer does not come to an end");
        }
    }

    private void demandWhole() throws SQLException {
        assertEquals("0", text(UNSEALED));
        assertEquals("t", text(GAPS));
    }

    /** A cursor over numbers goes past what a slow transaction has not committed yet, and never comes back. */
    @Test
    void aSlowTransactionIsWaitedForAndACursorWouldHaveLostIt() throws Exception {
        seal(sealer);
        long before = Long.parseLong(text("select coalesce(max(seq), 0) from himaye.access_event"));
        try (Connection slow = database.superuser()) {
            slow.setAutoCommit(false);
            run(slow, INSERT);
            run(truth, INSERT);
            String cursor = text("select max(seq) from himaye.access_event where seq > " + before);
            for (int i = 0; i < 5; i++) {
                assertEquals(LogSealer.Round.WAITS, sealer.seal());
            }
            assertEquals(String.valueOf(before), text("select sealed_seq from himaye.log_position"));
            slow.commit();

            assertEquals("0", text("select count(*) from himaye.access_event where seq > " + cursor), "a cursor finds");
        }
        assertEquals("2", text(UNSEALED));

        seal(sealer);

        demandWhole();
    }

    /** The id of a transaction says when it began to write, not when it writes an event. */
    @Test
    void aTransactionThatIsOlderThanItsEventIsWaitedForToo() throws Exception {
        seal(sealer);
        try (Connection old = database.superuser()) {
            old.setAutoCommit(false);
            text(old, "select pg_current_xact_id()");
            run(truth, INSERT);
            sealer.seal();
            run(old, INSERT);
            sealer.seal();
            run(truth, INSERT);
            sealer.seal();
            old.commit();
        }

        seal(sealer);

        demandWhole();
    }

    /** Of two that run, the horizon moves when the older ends: it must have gone past the younger too. */
    @Test
    void aYoungerTransactionThatHasItsNumberIsWaitedForWhenTheOlderEnds() throws Exception {
        seal(sealer);
        try (Connection older = database.superuser();
                Connection younger = database.superuser()) {
            older.setAutoCommit(false);
            younger.setAutoCommit(false);
            run(older, INSERT);
            run(younger, INSERT);
            run(truth, INSERT);
            sealer.seal();
            older.commit();
            for (int i = 0; i < 3; i++) {
                assertEquals(LogSealer.Round.WAITS, sealer.seal());
            }
            assertEquals("2", text(UNSEALED));
            younger.commit();
        }

        seal(sealer);

        demandWhole();
    }

    /** What the sealer relies on: whoever has a number had the id of the transaction before. */
    @Test
    void theIdOfTheTransactionIsTakenBeforeTheNumber() throws Exception {
        String columns = text("select string_agg(attname, ' ' order by attnum) from pg_attribute where attrelid ="
                + " 'himaye.access_event'::regclass and attname in ('at', 'seq')");
        String moment = text(
                "select pg_get_expr(adbin, adrelid) from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid"
                        + " and a.attnum = d.adnum where d.adrelid = 'himaye.access_event'::regclass and a.attname = 'at'");

        assertEquals("at seq", columns);
        assertTrue(moment.contains("pg_current_xact_id()"), moment);
    }

    @Test
    void writersAndTwoSealersTogether() throws Exception {
        seal(sealer);
        try (Connection second = as("himaye_log_sealer");
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            LogSealer other = new LogSealer(second, lastSigned, NOWHERE);
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                work.add(() -> write(150));
            }
            for (LogSealer each : List.of(sealer, other)) {
                work.add(() -> {
                    for (int i = 0; i < 200; i++) {
                        each.seal();
                    }
                    return null;
                });
            }
            for (Future<Void> each : threads.invokeAll(work)) {
                each.get();
            }
            seal(other);
        }
        demandWhole();
    }

    private static Void write(int events) throws SQLException {
        try (Connection connection = database.superuser()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < events; i++) {
                run(connection, INSERT);
                if (i % 7 == 0) {
                    connection.rollback();
                } else if (i % 3 == 0) {
                    connection.commit();
                }
            }
            connection.commit();
        }
        return null;
    }

    /** A restore brings rows with ids of transactions that this cluster has not given yet, and a mark that means nothing here. */
    @Test
    void afterARestoreNothingWaitsForTransactionsOfTheClusterBefore() throws Exception {
        seal(sealer);
        run(
                truth,
                "insert into himaye.access_event (id, xid, act, action, fields, classes, outcome, row_count) select gen_random_uuid(),"
                        + " '99999999999', 'case.read', 'VIEW', '{}', '{}', 'ALLOWED', 1 from generate_series(1, 5000)");
        run(truth, "update himaye.log_position set cluster = 1, mark_seq = sealed_seq + 1, mark_xid = '99999999999'");

        seal(sealer);

        demandWhole();
        assertEquals(
                text("select system_identifier from pg_control_system()"),
                text("select cluster from himaye.log_position"));
    }

    /** Once, at one place. */
    private static CrashPoint.Reached once(CrashPoint at) {
        AtomicBoolean ended = new AtomicBoolean();
        return point -> {
            if (point == at && ended.compareAndSet(false, true)) {
                throw new IllegalStateException(point.name());
            }
        };
    }

    @Test
    void whatWasNotCommittedIsSealedByTheNextAndByTheSame() throws Exception {
        seal(sealer);
        for (boolean another : List.of(true, false)) {
            write(20);
            LogSealer dying = new LogSealer(sealing, lastSigned, once(CrashPoint.LEAVES_WRITTEN));
            assertThrows(IllegalStateException.class, () -> seal(dying));
            assertNotEquals("0", text(UNSEALED));

            seal(another ? new LogSealer(sealing, lastSigned, NOWHERE) : dying);

            demandWhole();
        }
    }

    @Test
    void aRoundWithoutLeavesIsNoCrashPoint() throws Exception {
        seal(sealer);
        List<CrashPoint> reached = new ArrayList<>();
        LogSealer watched = new LogSealer(sealing, lastSigned, reached::add);
        truth.setAutoCommit(false);
        run(truth, INSERT);
        truth.rollback();
        truth.setAutoCommit(true);

        seal(watched);
        assertEquals(List.of(), reached);
        run(truth, INSERT);
        seal(watched);
        assertEquals(List.of(CrashPoint.LEAVES_WRITTEN), reached);
    }

    /** As the sealer does it, however short ago the last one was. */
    private void checkpoint(LogSealer with) throws SQLException {
        run(truth, "update himaye.log_checkpoint set renewed_at = renewed_at - interval '1 hour'");
        assertTrue(with.checkpoint(LOG, signer));
    }

    /** At least every ten seconds while it grows, and a sign of life else (security.md 3.4): three seconds are for whoever looks. */
    @Test
    void aGrownLogIsSignedSevenSecondsLaterAndOneThatRestsIsRenewedAfterTenMinutes() throws Exception {
        write(3);
        seal(sealer);
        checkpoint(sealer);
        String first = newest();
        write(3);
        seal(sealer);

        age("5 seconds");
        assertFalse(sealer.checkpoint(LOG, signer));
        assertEquals(first, newest());
        age("7 seconds");
        assertTrue(sealer.checkpoint(LOG, signer));
        String second = newest();
        assertNotEquals(first, second);

        age("9 minutes");
        assertTrue(sealer.checkpoint(LOG, signer));
        assertEquals("f", text(RENEWED));
        age("11 minutes");
        assertTrue(sealer.checkpoint(LOG, signer));
        assertEquals("t", text(RENEWED));
        assertEquals(second, newest());
    }

    private void age(String ago) throws SQLException {
        run(
                truth,
                "update himaye.log_checkpoint set renewed_at = clock_timestamp() - interval '" + ago + "'"
                        + " where size = (select max(size) from himaye.log_checkpoint)");
    }

    private String newest() throws SQLException {
        return text("select note from himaye.log_checkpoint order by size desc limit 1");
    }

    /** What was signed is beside the key before it is in the database. */
    @Test
    void afterACrashBetweenTheTwoTheSameIsSigned() throws Exception {
        for (boolean another : List.of(true, false)) {
            write(20);
            seal(sealer);
            String before = newest();
            run(truth, "update himaye.log_checkpoint set renewed_at = renewed_at - interval '1 hour'");
            LogSealer dying = new LogSealer(sealing, lastSigned, once(CrashPoint.ROOT_KEPT));
            assertThrows(IllegalStateException.class, () -> dying.checkpoint(LOG, signer));
            assertEquals(before, newest());
            LastSigned.State kept = lastSigned.read().orElseThrow();
            assertEquals(text("select size from himaye.log_position"), String.valueOf(kept.size()));

            checkpoint(another ? new LogSealer(sealing, lastSigned, NOWHERE) : dying);

            assertTrue(newest().contains("\n" + Base64.getEncoder().encodeToString(kept.root()) + "\n"));
        }
    }

    /** The superuser writes past every trigger, and ends the sealer's connection so that another begins with what he wrote. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update himaye.log_leaf set hash = sha256('x') where leaf_index = (select max(leaf_index) from himaye.log_leaf)",
                "update himaye.log_node set hash = sha256('x') where level = 1 and node_index = 0",
                "delete from himaye.log_leaf where leaf_index = (select max(leaf_index) from himaye.log_leaf);"
                        + " update himaye.log_position set size = size - 1",
                "truncate himaye.log_leaf, himaye.log_node, himaye.log_checkpoint; update himaye.log_position set size = 0",
            })
    void rewrittenTablesAreNeitherSealedNorSigned(String forged) throws Exception {
        write(300);
        seal(sealer);
        if (Long.parseLong(text("select size from himaye.log_position")) % LogTree.TILE == 0) {
            run(truth, INSERT);
            seal(sealer);
        }
        checkpoint(sealer);
        run(truth, "set session_replication_role = replica");
        for (String table : List.of("log_leaf", "log_node", "log_position", "log_checkpoint")) {
            run(truth, "create table public.was_" + table + " as table himaye." + table);
        }
        run(truth, forged);
        String notes = "select count(*) from himaye.log_checkpoint";
        String before = text(notes);
        try (Connection again = as("himaye_log_sealer")) {
            LogSealer deceived = new LogSealer(again, lastSigned, NOWHERE);
            assertThrows(LogUnproved.class, deceived::prove);
            run(truth, INSERT);
            assertThrows(LogUnproved.class, () -> seal(deceived));
            assertThrows(LogUnproved.class, () -> checkpoint(deceived));
        } finally {
            assertEquals(before, text(notes));
            for (String table : List.of("log_leaf", "log_node", "log_position", "log_checkpoint")) {
                run(truth, "delete from himaye." + table);
                run(truth, "insert into himaye." + table + " select * from public.was_" + table);
                run(truth, "drop table public.was_" + table);
            }
        }
        LogSealer mended = new LogSealer(sealing, lastSigned, NOWHERE);
        mended.prove();
        seal(mended);
        checkpoint(mended);
        demandWhole();
    }

    /** Leaves that nobody signed yet may be many; all of them are hashed again, and the hash of a tile is not believed. */
    @Test
    void whatCameBehindTheSignedIsHashedAnew() throws Exception {
        seal(sealer);
        checkpoint(sealer);
        write(700);
        seal(sealer);
        LogTree all = new LogTree();
        long size = Long.parseLong(text("select size from himaye.log_position"));
        new StoredTiles(truth).hashes(0, 0, size).forEach(all::append);
        String last =
                " himaye.log_node where level = 1 and node_index = (select max(node_index) from himaye.log_node where level = 1)";
        String sound = text("select encode(hash, 'hex') from" + last);
        run(truth, "set session_replication_role = replica");
        run(truth, "update" + last.replaceFirst("where", "set hash = sha256('x') where"));

        checkpoint(new LogSealer(sealing, lastSigned, NOWHERE));

        assertArrayEquals(all.root(), lastSigned.read().orElseThrow().root());
        assertEquals(Base64.getEncoder().encodeToString(all.root()), newest().split("\n")[2]);
        run(truth, "update" + last.replaceFirst("where", "set hash = decode('" + sound + "', 'hex') where"));
    }

    /** It was deleted, or the folder of keys is one of before: only an operator says that the log goes on. */
    @Test
    void withoutWhatWasSignedAnOldLogIsNotSignedUntilTheOperatorSaysSo() throws Exception {
        write(20);
        seal(sealer);
        checkpoint(sealer);
        Path file = database.keys().resolve(LastSigned.FILE);
        Files.delete(file);
        assertThrows(LogUnproved.class, new LogSealer(sealing, lastSigned, NOWHERE)::prove);
        Files.writeString(file, "12 AAAA\n");
        assertThrows(LogUnproved.class, new LogSealer(sealing, lastSigned, NOWHERE)::prove);

        try (Connection keeper = as("himaye_keeper")) {
            assertEquals(
                    text("select size from himaye.log_position"),
                    String.valueOf(LogAcceptance.take(keeper, database.keys())));
        }

        LogSealer goesOn = new LogSealer(sealing, lastSigned, NOWHERE);
        goesOn.prove();
        write(5);
        seal(goesOn);
        checkpoint(goesOn);
        demandWhole();
    }

    /** Another server is at work: nothing was looked at, and nothing is said of the tables. */
    @Test
    void nothingIsProvedWhileAnotherSeals() throws Exception {
        write(20);
        seal(sealer);
        checkpoint(sealer);
        Path file = database.keys().resolve(LastSigned.FILE);
        String signed = Files.readString(file);
        Files.delete(file);
        LogSealer second = new LogSealer(sealing, lastSigned, NOWHERE);
        truth.setAutoCommit(false);
        run(truth, "select pg_advisory_xact_lock(" + LogSealer.LOCK + ")");

        assertFalse(second.prove());

        truth.rollback();
        truth.setAutoCommit(true);
        assertThrows(LogUnproved.class, second::prove);
        Files.writeString(file, signed);
        assertTrue(second.prove());
    }

    private record Exported(byte[] root, List<byte[]> leaves, List<byte[]> entries, List<String> unsealed) {}

    private Exported export(String name) throws SQLException, IOException {
        Path target = Files.createDirectory(folder.resolve(name));
        try (Connection snapshot = as("himaye_keeper")) {
            snapshot.setAutoCommit(false);
            new LogExport(snapshot, target).write();
        }
        String[] note = Files.readString(target.resolve("checkpoint")).split("\n");
        List<byte[]> leaves = new ArrayList<>();
        List<byte[]> entries = new ArrayList<>();
        for (byte[] tile : tiles(target.resolve("tile/0"))) {
            for (int i = 0; i < tile.length; i += 32) {
                leaves.add(Arrays.copyOfRange(tile, i, i + 32));
            }
        }
        for (byte[] bundle : tiles(target.resolve("tile/entries"))) {
            for (int i = 0; i < bundle.length; ) {
                int length = (bundle[i] & 255) << 8 | bundle[i + 1] & 255;
                entries.add(Arrays.copyOfRange(bundle, i + 2, i + 2 + length));
                i += 2 + length;
            }
        }
        assertEquals(note[1], String.valueOf(leaves.size()));
        assertEquals(leaves.size(), entries.size());
        return new Exported(
                Base64.getDecoder().decode(note[2]), leaves, entries, Files.readAllLines(target.resolve("unsealed")));
    }

    private static List<byte[]> tiles(Path level) throws IOException {
        try (Stream<Path> files = Files.walk(level)) {
            List<byte[]> tiles = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                tiles.add(Files.readAllBytes(file));
            }
            return tiles;
        }
    }

    /** Indexes at which entry and leaf do not belong together. */
    private static List<Integer> broken(Exported log) throws Exception {
        List<Integer> broken = new ArrayList<>();
        for (int i = 0; i < log.leaves().size(); i++) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) 0);
            if (!Arrays.equals(log.leaves().get(i), digest.digest(log.entries().get(i)))) {
                broken.add(i);
            }
        }
        return broken;
    }

    private static byte[] root(List<byte[]> leaves) throws Exception {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((byte) 1);
        digest.update(root(leaves.subList(0, left)));
        return digest.digest(root(leaves.subList(left, leaves.size())));
    }

    /** The checkpoint is over what is exported; an event with many cases has its continuations; what a superuser does shows where it was done. */
    @Test
    void anExportShowsWhatASuperuserChanged() throws Exception {
        write(300);
        run(
                truth,
                "with event as (insert into himaye.access_event (id, act, action, fields, classes, outcome, row_count) select"
                        + " gen_random_uuid(), 'case.list', 'LIST', array_agg('person.field' || i), '{ID}', 'ALLOWED', 60"
                        + " from generate_series(1, 80) i returning id) insert into himaye.access_event_case (event_id, case_id, person_id)"
                        + " select event.id, gen_random_uuid(), gen_random_uuid() from event, generate_series(1, 60)");
        seal(sealer);
        run(truth, "update himaye.log_position set log_key = 'himaye/test'");
        run(truth, "delete from himaye.log_checkpoint");
        assertTrue(sealer.checkpoint(LOG, signer));
        String eleventh = text("select encode(hash, 'hex') from himaye.log_leaf where leaf_index = 11");

        Exported sound = export("sound");

        assertEquals(List.of(), broken(sound));
        assertArrayEquals(root(sound.leaves()), sound.root());
        assertEquals(List.of(), sound.unsealed());
        List<String> continued = sound.entries().stream()
                .map(entry -> new String(entry, StandardCharsets.UTF_8))
                .filter(entry -> entry.contains("\"part"))
                .toList();
        assertEquals(3, continued.size());

        String victim = "(select event_seq from himaye.log_leaf where leaf_index = 5)";
        String gone = "(select event_seq from himaye.log_leaf where leaf_index = 9)";
        run(truth, "set session_replication_role = replica");
        run(truth, "update himaye.access_event set outcome = 'DENIED' where seq = " + victim);
        run(truth, "delete from himaye.access_event where seq = " + gone);
        run(
                truth,
                "insert into himaye.access_event (id, at, seq, act, action, fields, classes, outcome, row_count)"
                        + " overriding system value select gen_random_uuid(), at - interval '1 hour', seq, act, action, fields,"
                        + " classes, outcome, row_count from himaye.access_event where seq = " + victim);
        run(truth, "update himaye.log_leaf set hash = sha256('x') where leaf_index = 11");

        Exported forged = export("forged");

        assertEquals(List.of(5, 9, 11), broken(forged));
        assertEquals(0, forged.entries().get(9).length);
        assertFalse(Arrays.equals(root(forged.leaves()), forged.root()));
        assertEquals(1, forged.unsealed().size());
        run(truth, "delete from himaye.access_event where at < clock_timestamp() - interval '30 minutes'");
        run(truth, "update himaye.log_leaf set hash = decode('" + eleventh + "', 'hex') where leaf_index = 11");
    }

    @Test
    void theApplicationCannotTouchTheProofNorTheSealerTheEvents() throws Exception {
        for (String each : List.of(
                "update himaye.access_event set outcome = 'DENIED'",
                "delete from himaye.access_event",
                "truncate himaye.access_event",
                "select seq from himaye.access_event",
                INSERT,
                "insert into himaye.access_event_case (event_id, case_id) values (gen_random_uuid(), gen_random_uuid())",
                "insert into himaye.provider_event (id, happened_at, act) values (gen_random_uuid(), now(), 'provider.signin')",
                "insert into himaye.access_event (id, at, act, action, fields, classes, outcome, row_count)"
                        + " values (gen_random_uuid(), '2020-01-01', 'a', 'VIEW', '{}', '{}', 'ALLOWED', 0)",
                "insert into himaye.log_leaf values (0, 0, now(), 0, sha256(''))",
                "select note from himaye.log_checkpoint",
                "update himaye.log_position set size = 0")) {
            assertEquals("42501", refused("himaye_app", each), each);
        }
        for (String role : List.of("himaye_app", "himaye_log_sealer", "himaye_log_reader")) {
            for (String table : List.of("access_event", "access_event_case", "log_leaf")) {
                assertEquals("42501", refused(role, "drop table himaye." + table), role + " " + table);
            }
            for (String each : List.of(
                    "drop table himaye.access_event_default",
                    "alter table himaye.access_event detach partition himaye.access_event_default",
                    "alter table himaye.access_event disable trigger all")) {
                assertEquals("42501", refused(role, each), role + " " + each);
            }
        }
        run(truth, INSERT);
        seal(sealer);
        run(truth, "update himaye.log_position set log_key = 'himaye/test'");
        for (String each : List.of(
                INSERT,
                "update himaye.log_position set size = size - 1",
                "update himaye.log_position set sealed_seq = 0",
                "update himaye.log_position set log_key = 'another'",
                "update himaye.log_position set earlier_keys = 'another'",
                "update himaye.log_checkpoint set note = ''",
                "delete from himaye.log_checkpoint",
                "update himaye.access_event set outcome = 'DENIED'",
                "delete from himaye.access_event_case",
                "update himaye.log_leaf set hash = sha256('')",
                "delete from himaye.log_node",
                "select * from himaye.case_file",
                "delete from himaye.log_position")) {
            assertEquals("42501", refused("himaye_log_sealer", each), each);
        }
    }

    /** An event of a hundred thousand cases has thousands of entries: a batch ends with it. */
    @Test
    void theApplicationAppendsWithAsManyCasesAsThereMayBeAndNoMore() throws Exception {
        seal(sealer);
        String cases = "(select array_agg(gen_random_uuid()) from generate_series(1, %d))";
        try (Connection application = as("himaye_app")) {
            for (int i = 0; i < 5; i++) {
                assertTrue(text(application, String.format(APPEND, cases.formatted(100_000))) != null);
            }
            assertEquals(null, text(application, String.format(APPEND, cases.formatted(100_001))));
            assertThrows(SQLException.class, () -> text(application, String.format(APPEND, "'{NULL}'")));
            assertTrue(text(application, String.format(APPEND, "null")) != null);
        }
        long size = Long.parseLong(text("select size from himaye.log_position"));
        sealer.seal();
        sealer.seal();
        long after = Long.parseLong(text("select size from himaye.log_position"));
        assertTrue(after > size && after < size + 5 * 4167, after - size + " at once");

        seal(sealer);

        demandWhole();
        assertEquals(
                String.valueOf(size + 5 * 4167 + 1), text("select size from himaye.log_position"), "24 cases an entry");
    }

    private static String refused(String role, String sql) throws SQLException {
        try (Connection connection = as(role)) {
            return assertThrows(SQLException.class, () -> run(connection, sql), sql)
                    .getSQLState();
        }
    }

    /** The application makes the place of the months to come, without a right to make anything else. */
    @Test
    void aMissingMonthIsMadeByTheApplication() throws Exception {
        String name = text("select 'himaye.access_event_' || to_char(now() + interval '2 months', 'YYYY_MM')");
        run(truth, "drop table " + name);
        try (Connection application = as("himaye_app")) {
            assertEquals("1", text(application, "select himaye.make_log_months()"));
            assertEquals("0", text(application, "select himaye.make_log_months()"));
        }

        assertEquals(
                "himaye_owner",
                text("select pg_get_userbyid(relowner) from pg_class where oid = '" + name + "'::regclass"));
        assertEquals("42501", refused("himaye_app", "create table himaye.mine ()"));
    }

    /** Somebody reads a table for long: what needs it for itself waits two seconds, and the other month is made. */
    @Test
    void aMonthThatCannotBeMadeIsToldAndKeepsNoOtherFromBeingMade() throws Exception {
        String month = text("select to_char(now() + interval '2 months', 'YYYY_MM')");
        run(truth, "drop table himaye.access_event_" + month + ", himaye.access_event_case_" + month);
        try (Connection reader = database.superuser();
                Connection application = as("himaye_app");
                var make = application.createStatement()) {
            reader.setAutoCommit(false);
            text(reader, "select count(*) from himaye.access_event");

            try (var made = make.executeQuery("select himaye.make_log_months()")) {
                made.next();
                assertEquals(1, made.getInt(1));
            }

            assertTrue(make.getWarnings().getMessage().contains("access_event_" + month), make.getWarnings()::toString);
            reader.rollback();
            assertEquals("1", text(application, "select himaye.make_log_months()"));
        }
    }

    /** Checkpoints of before are signed with them. The last is taken again, because it was not lost after all, and stands once; no other is. */
    @Test
    void theDatabaseKeepsTheKeysOfBefore() throws Exception {
        for (String key : List.of("null", "'a'", "null", "'b'", "null", "'b'", "'c'")) {
            run(truth, "update himaye.log_position set log_key = " + key);
        }

        assertEquals(
                "a b",
                text("select replace(earlier_keys, 'himaye/test' || E'\\n', '') from himaye.log_position")
                        .replace("\n", " "));
        assertEquals("42501", refused("postgres", "update himaye.log_position set log_key = 'a'"));
        run(truth, "update himaye.log_position set log_key = null");
        for (String replaced : List.of("a", "b")) {
            assertEquals(
                    "42501",
                    refused("himaye_log_sealer", "update himaye.log_position set log_key = '" + replaced + "'"));
        }
        run(truth, "update himaye.log_position set earlier_keys = null, log_key = null");
    }

    /** The last of a day of long ago stays, and what a witness signed. */
    @Test
    void theSealerThinsCheckpointsAndTakesNoOtherAway() throws Exception {
        run(
                truth,
                "insert into himaye.log_checkpoint (size, at, note, cosigned) values (1000001, '2026-01-01 10:00Z', 'a', null),"
                        + " (1000002, '2026-01-01 11:00Z', 'b', 'w'), (1000003, '2026-01-01 12:00Z', 'c', null)");

        assertEquals("1", text(sealing, "select himaye.thin_log_checkpoints()"));

        assertEquals(
                "bc",
                text("select string_agg(note, '' order by size) from himaye.log_checkpoint where size > 1000000"));
        run(truth, "delete from himaye.log_checkpoint where size > 1000000");
    }
}
