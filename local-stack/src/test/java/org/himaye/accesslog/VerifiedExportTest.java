package org.himaye.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.himaye.stack.MigratedDatabase;
import org.himaye.verifier.log.Finding;
import org.himaye.verifier.log.LogVerifier;
import org.himaye.verifier.log.Report;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the sealer and the export write, as the verifier that shares no line with them reads it; and what a superuser of the database does to
 * it, who may do anything, as the verifier finds it. Each change is taken back after its export.
 */
class VerifiedExportTest {

    private static final String SIGN_IN =
            "insert into himaye.access_event (id, actor, role, session_ref, client, act, action, fields, classes, outcome, row_count)"
                    + " values (gen_random_uuid(), gen_random_uuid(), 'CASEWORKER', 's1', 'desktop 10.1.0.0/16', 'session.keep', 'LOGIN',"
                    + " '{}', '{}', 'ALLOWED', 0)";

    private static final String READ =
            "with event as (insert into himaye.access_event (id, session_ref, act, action, fields, classes, purpose, outcome, reason,"
                    + " row_count) select gen_random_uuid(), 's1', 'case.read', 'VIEW', array_agg('person.field' || n),"
                    + " '{NARRATIVE,ID}', 'CARE', 'MASKED', E'\\u0259 \\\\ \"', 1 from generate_series(1, %d) n returning id)"
                    + " insert into himaye.access_event_case (event_id, case_id, person_id) select event.id, gen_random_uuid(),"
                    + " gen_random_uuid() from event, generate_series(1, %d)";

    @TempDir
    static Path place;

    private static MigratedDatabase database;
    private static Report sound;
    private static int exports;

    private Connection superuser;

    @BeforeAll
    static void start() throws Exception {
        database = new MigratedDatabase(place.resolve("var"));
        try (Connection writer = database.superuser()) {
            run(writer, SIGN_IN);
            for (int i = 0; i < 300; i++) {
                run(writer, String.format(READ, i % 50 == 0 ? 90 : 3, i % 60 == 0 ? 70 : 2));
            }
        }
        seal();
        try (Connection snapshot = database.superuser()) {
            sound = verified(snapshot);
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        superuser = database.superuser();
        superuser.setAutoCommit(false);
        run(superuser, "set session_replication_role = replica");
    }

    @AfterEach
    void takeBack() throws SQLException {
        superuser.rollback();
        superuser.close();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Seals what is there and signs it, as the sealer's role. */
    private static void seal() throws SQLException {
        seal("delete from himaye.log_checkpoint");
    }

    private static void seal(String before) throws SQLException {
        try (Connection connection = database.superuser()) {
            LogKeyFile key = LogKeyFile.in(database.keys(), "himaye/verified", null);
            run(connection, before);
            run(connection, "update himaye.log_position set log_key = '" + key.verifierKey() + "'");
            run(connection, "set role himaye_log_sealer");
            LogSealer sealer = new LogSealer(connection, LastSigned.in(database.keys()), point -> {});
            for (int i = 0; sealer.seal() != LogSealer.Round.IDLE; i++) {
                assertTrue(i < 10_000, "the sealer does not come to an end");
            }
            assertTrue(sealer.checkpoint("himaye/verified", key));
        }
    }

    private Report verified() throws SQLException, IOException {
        return verified(superuser);
    }

    private static Report verified(Connection snapshot) throws SQLException, IOException {
        return verified(exported(snapshot), database.keys());
    }

    private static Path exported(Connection snapshot) throws SQLException, IOException {
        Path folder = Files.createDirectory(place.resolve("export" + exports++));
        snapshot.setAutoCommit(false);
        new LogExport(snapshot, folder).write();
        return folder;
    }

    private static Report verified(Path folder, Path keys) {
        return new LogVerifier(folder, LogVerifier.key(keys.resolve("log.vkey"))).verify();
    }

    @Test
    void whatWasSealedIsSound() {
        assertEquals(0, sound.exitCode(), sound::text);
        assertTrue(sound.size() > 310, "there are continuations");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "update himaye.access_event set outcome = 'DENIED' where seq = SEQ",
                "update himaye.access_event set at = at - interval '1 second' where seq = SEQ",
                "update himaye.access_event_case set person_id = gen_random_uuid() where event_id = ID",
                "delete from himaye.access_event_case where event_id = ID",
                "delete from himaye.access_event where seq = SEQ",
                "update himaye.log_leaf set hash = sha256('x') where leaf_index = 100",
                "delete from himaye.log_leaf where leaf_index = 100",
            })
    void aChangeIsFoundWhereItWasMade(String change) throws Exception {
        run(superuser, of(100, change));

        Report report = verified();

        assertEquals(1, report.exitCode(), report::text);
        assertTrue(report.findings().stream().anyMatch(each -> each.index() == 100), report::text);
    }

    private static String of(int leaf, String sql) {
        String seq = "(select event_seq from himaye.log_leaf where leaf_index = " + leaf + ")";
        return sql.replace("SEQ", seq).replace("ID", "(select id from himaye.access_event where seq = " + seq + ")");
    }

    /** Row and leaf changed together: the hash above tells. */
    @Test
    void aChangedRowWithAFittingLeafIsFoundByTheHashesAbove() throws Exception {
        run(superuser, of(100, "update himaye.access_event set reason = null where seq = SEQ"));
        Path folder = Files.createDirectory(place.resolve("export" + exports++));
        new LogExport(superuser, folder).write();
        byte[] bundle = Files.readAllBytes(folder.resolve("tile/entries/000"));
        int at = 0;
        for (int i = 0; i < 100; i++) {
            at += 2 + ((bundle[at] & 255) << 8 | bundle[at + 1] & 255);
        }
        int length = (bundle[at] & 255) << 8 | bundle[at + 1] & 255;
        String hex = HexFormat.of().formatHex(bundle, at + 2, at + 2 + length);
        run(superuser, "update himaye.log_leaf set hash = sha256('\\x00" + hex + "') where leaf_index = 100");

        Report report = verified();

        assertEquals(1, report.exitCode());
        assertTrue(
                report.findings().stream()
                        .filter(each -> each.severity() == Finding.Severity.BROKEN)
                        .allMatch(each -> each.index() <= 100 && each.last() >= 100),
                report::text);
    }

    @Test
    void whatWasDroppedOrEmptiedIsFound() throws Exception {
        run(superuser, "truncate himaye.access_event");
        assertEquals(0, verified().findings().getFirst().index());
        superuser.rollback();

        run(
                superuser,
                "do $$ declare part text; begin for part in select inhrelid::regclass from pg_inherits"
                        + " where inhparent = 'himaye.access_event'::regclass loop execute 'drop table ' || part; end loop; end $$");
        Report report = verified();
        assertEquals(1, report.exitCode());
        assertEquals(0, report.findings().getFirst().index(), report::text);
    }

    /** With the number of another row, or one from before, the sealer never comes by. */
    @Test
    void aRowPutInBehindTheSealerIsFound() throws Exception {
        run(
                superuser,
                of(
                        100,
                        "insert into himaye.access_event (id, at, seq, act, action, fields, classes, outcome, row_count)"
                                + " overriding system value select gen_random_uuid(), at - interval '1 hour', seq, act, action, fields, classes, outcome,"
                                + " row_count from himaye.access_event where seq = SEQ"));

        Report report = verified();

        assertEquals(1, report.exitCode());
        assertEquals("unsealed, line 1", report.findings().getFirst().place());
    }

    /** A time that no entry can hold: the export names it and goes on to its end. */
    @ParameterizedTest
    @ValueSource(strings = {"at = 'infinity'", "at = '-infinity'"})
    void aRowThatCannotBeAnEntryIsNamedWhetherPutInOrChanged(String change) throws Exception {
        Report report = putInAndChanged(change);

        assertTrue(
                report.findings().stream()
                        .anyMatch(each -> each.place().equals("unsealed, line 1")
                                && each.words().startsWith("row -7, event ")
                                && each.words().contains("cannot be an entry")),
                report::text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fields = '{{a,b},{c,d}}'",
                "classes = '{NULL}'",
                "happened_at = 'infinity'",
                "reason = repeat('a', 5000)"
            })
    void aRowThatIsUnfitIsFoundWhetherPutInOrChanged(String change) throws Exception {
        Report report = putInAndChanged(change);

        assertTrue(
                report.findings().stream()
                        .anyMatch(each -> each.place().equals("unsealed, line 1")
                                && !each.words().contains("cannot be an entry")),
                report::text);
    }

    private Report putInAndChanged(String change) throws Exception {
        run(
                superuser,
                of(
                        100,
                        "insert into himaye.access_event (id, at, seq, act, action, fields, classes, outcome, row_count)"
                                + " overriding system value select gen_random_uuid(), at - interval '1 hour', -7, act, action, fields, classes,"
                                + " outcome, row_count from himaye.access_event where seq = SEQ"));
        run(superuser, "update himaye.access_event set " + change + " where seq = -7");
        run(superuser, of(100, "update himaye.access_event set " + change + " where seq = SEQ"));

        Report report = verified();

        assertEquals(1, report.exitCode(), report::text);
        assertTrue(report.findings().stream().anyMatch(each -> each.index() == 100), report::text);
        return report;
    }

    /** The auditor's pages ask for the links of a case at any time, entries have those of their moment. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "insert into himaye.access_event_case (event_id, case_id, person_id, at) select id, gen_random_uuid(),"
                        + " gen_random_uuid(), at + interval '6 minutes' from himaye.access_event where id = ID",
                "insert into himaye.access_event_case (event_id, case_id, at) select id, gen_random_uuid(),"
                        + " at - interval '2 days' from himaye.access_event where id = ID",
                "insert into himaye.access_event_case (event_id, case_id, at) select id, gen_random_uuid(),"
                        + " 'infinity' from himaye.access_event where id = ID",
                "insert into himaye.access_event_case (event_id, case_id, at) select id, gen_random_uuid(),"
                        + " '-infinity' from himaye.access_event where id = ID",
                "insert into himaye.access_event_case (event_id, case_id, at) select gen_random_uuid(), gen_random_uuid(), at"
                        + " from himaye.access_event where id = ID",
            })
    void aLinkFarFromItsEventIsFound(String link) throws Exception {
        run(superuser, of(100, link));

        Report report = verified();

        assertEquals(1, report.exitCode(), report::text);
        assertEquals("unsealed, line 1", report.findings().getFirst().place());
        assertTrue(report.findings().getFirst().words().startsWith("case "), report::text);
    }

    /** The sealer comes by when the sequence has given as many; until then people read it as any other. */
    @Test
    void aRowWithANumberOfTheFutureIsFound() throws Exception {
        run(
                superuser,
                of(
                        100,
                        "insert into himaye.access_event (id, seq, act, action, fields, classes, outcome, row_count)"
                                + " overriding system value select gen_random_uuid(), seq + 1000000, act, action, fields, classes, outcome,"
                                + " row_count from himaye.access_event where seq = SEQ"));

        Report report = verified();

        assertEquals(1, report.exitCode(), report::text);
        assertEquals("unsealed, line 1", report.findings().getFirst().place());
    }

    /** The operator says that the key is lost; the export has the lines of both, as the auditor has them on paper. */
    @Test
    void aLogThatLostItsKeyGoesOnUnderAnother() throws Exception {
        superuser.rollback();
        try (Connection operator = database.superuser()) {
            run(operator, "update himaye.log_position set log_key = null");
            run(operator, SIGN_IN);
        }
        Files.delete(database.keys().resolve("log.key"));
        seal("update himaye.log_checkpoint set cosigned = '', renewed_at = renewed_at - interval '1 hour'");

        Path folder = exported(superuser);

        assertEquals(2, Files.readAllLines(folder.resolve("log.vkey")).size());
        Report both = verified(folder, folder);
        Report newOne = verified(folder, database.keys());
        superuser.rollback();
        seal();
        assertEquals(0, both.broken(), both::text);
        assertEquals("checkpoints, note 1", newOne.findings().getFirst().place(), newOne::text);
    }

    /** It is sealed as any other; its time tells. */
    @Test
    void aRowPutInWithAFalseTimeIsStrange() throws Exception {
        try (Connection writer = database.superuser()) {
            run(
                    writer,
                    "insert into himaye.access_event (id, at, act, action, fields, classes, outcome, row_count)"
                            + " values (gen_random_uuid(), clock_timestamp() - interval '6 minutes', 'case.read', 'VIEW', '{}', '{}', 'ALLOWED', 1)");
            seal();
            superuser.rollback();
            Report report = verified();
            assertEquals(3, report.exitCode(), report::text);
            assertTrue(report.findings().getFirst().words().contains("false time"), report::text);
        }
    }

    private static final List<String> COLUMNS = List.of(
            "act",
            "action",
            "entity",
            "fields",
            "classes",
            "purpose",
            "outcome",
            "reason",
            "role",
            "client",
            "session_ref",
            "row_count",
            "actor",
            "institution_id",
            "entity_id",
            "grant_id",
            "query_hash",
            "policy");

    /** With two links, as the application's role, which somebody may have taken over. */
    private static final String AS_APPLICATION = "select himaye.append_event("
            + COLUMNS.stream().map(each -> each + " => ?, ").collect(Collectors.joining())
            + " cases => array[gen_random_uuid(), gen_random_uuid()], persons => array[gen_random_uuid(), null])";

    private static final String PROVIDED =
            "select himaye.take_provider_event(gen_random_uuid(), '%s', 'provider.signin',"
                    + " gen_random_uuid(), 'LOGIN', null, null, '%s', '%s')";

    private static String[] filled(int count, String text) {
        return Stream.generate(() -> text).limit(count).toArray(String[]::new);
    }

    /** So many letters of four bytes, the most that one that is no control character takes in an entry. */
    private static String widest(int letters) {
        return "\ud83d\ude00".repeat(letters);
    }

    /** What can be sealed and verifies, as long as it may be in every column: of classes many short ones take more bytes than a long one. */
    private static Map<String, Object> longest() {
        Map<String, Object> row = new LinkedHashMap<>();
        for (String code : List.of("act", "action", "entity", "purpose", "role")) {
            row.put(code, "Aa0_.-:z".repeat(8));
        }
        row.put(
                "fields",
                Stream.iterate(0, n -> n + 1)
                        .limit(500)
                        .map(n -> "%0100d".formatted(n))
                        .toArray(String[]::new));
        row.put(
                "classes",
                Stream.iterate(100, n -> n + 1)
                        .limit(170)
                        .map(n -> Integer.toString(n, Character.MAX_RADIX))
                        .toArray(String[]::new));
        row.put("outcome", "ALLOWED");
        row.put("reason", widest(100));
        row.put("client", widest(128));
        row.put("session_ref", widest(128));
        row.put("row_count", Integer.MAX_VALUE);
        List.of("actor", "institution_id", "entity_id", "grant_id").forEach(id -> row.put(id, UUID.randomUUID()));
        row.put("query_hash", "0123456789abcdef");
        row.put("policy", "0123456789abcdef");
        return row;
    }

    /** @return its id, or null if it was not taken */
    private static UUID append(Connection application, Map<String, Object> row) throws SQLException {
        try (PreparedStatement append = application.prepareStatement(AS_APPLICATION)) {
            for (int i = 0; i < COLUMNS.size(); i++) {
                Object value = row.get(COLUMNS.get(i));
                append.setObject(
                        i + 1, value instanceof Object[] list ? application.createArrayOf("text", list) : value);
            }
            try (var rows = append.executeQuery()) {
                rows.next();
                return rows.getObject(1, UUID.class);
            }
        }
    }

    /** The entries of an export, as text. */
    private static List<String> entries(Path folder) throws IOException {
        List<String> entries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("tile/entries"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bundle = Files.readAllBytes(file);
                for (int at = 0; at < bundle.length; ) {
                    int length = (bundle[at] & 255) << 8 | bundle[at + 1] & 255;
                    entries.add(new String(bundle, at + 2, length, StandardCharsets.UTF_8));
                    at += 2 + length;
                }
            }
        }
        return entries;
    }

    private static boolean unfit(String entry) {
        return entry.contains("\"act\":\"log.unfit\"");
    }

    private static final String UNFIT =
            "\\{\"act\":\"log.unfit\",\"action\":\"CREATE\",\"actor\":\"[0-9a-f-]{36}\",\"at\":\"[^\"]+\","
                    + "\"cases\":\\[\"[0-9a-f-]{36}( [0-9a-f-]{36})?\",\"[0-9a-f-]{36}( [0-9a-f-]{36})?\"\\],\"entityId\":\"[0-9a-f-]{36}\","
                    + "\"grant\":\"[0-9a-f-]{36}\",\"id\":\"[0-9a-f-]{36}\",\"institution\":\"[0-9a-f-]{36}\",\"outcome\":\"FAILED\","
                    + "\"reason\":\"[0-9a-f]{64}\",\"rows\":0,\"seq\":[0-9]+,\"v\":1,\"xid\":[0-9]+\\}";

    private static Connection application() throws SQLException {
        Connection application = database.superuser();
        run(application, "set role himaye_app");
        return application;
    }

    /** Each would end every round of the sealer, or stand in the log as what no entry is: so its entry says that it is unfit. */
    @Test
    void whatNoEntryCanHoldIsSealedAsUnfitWithAHash() throws Exception {
        Map<String, List<Object>> wrong = new LinkedHashMap<>();
        for (String code : List.of("act", "action", "entity", "purpose", "role")) {
            wrong.put(code, List.of("", "a b", "a,b", "a\nb", "\"a\"", "{a}", "\u0259", "a".repeat(65), "a\\"));
        }
        for (String list : List.of("fields", "classes")) {
            wrong.put(
                    list,
                    List.of(
                            new String[] {"a".repeat(5000)},
                            new String[] {"a", "a b"},
                            new String[] {""},
                            new String[] {"a,b"},
                            new String[] {"\u0259"},
                            new String[] {null},
                            new String[] {"NULL"},
                            filled(1001, "a"),
                            new String[][] {{"a", "b"}, {"c", "d"}},
                            new String[][] {{null, null}, {null, "d"}},
                            new String[][] {{"a", "b", "c", "d", "e"}}));
        }
        wrong.put("reason", List.of("", widest(101), "\u0001".repeat(100), "a\nb", "\t"));
        wrong.put("client", List.of("", widest(129), "\u0001".repeat(128), "a\nb", "\u001f"));
        wrong.put("session_ref", List.of("", widest(129), "\u0001".repeat(128), "a\rb", "\b"));
        wrong.put("row_count", List.of(-1, Integer.MIN_VALUE));
        wrong.put("outcome", List.of("", "allowed", "X".repeat(500)));
        wrong.put("query_hash", List.of("", "0123456789ABCDEF", "0123456789abcdef\n", "0123456789abcde"));
        wrong.put("policy", List.of("", "0123456789ABCDEF", "0123456789abcdef0"));
        long before = entries(exported(superuser)).stream()
                .filter(VerifiedExportTest::unfit)
                .count();
        superuser.rollback();
        long[] taken = {0};
        try (Connection application = application();
                Connection anything = database.superuser()) {
            UUID longest = append(application, longest());
            assertTrue(longest != null, "as long as may be appended");
            run(anything, "set session_replication_role = replica");
            run(
                    anything,
                    "update himaye.access_event set happened_at = '9998-12-31T23:59:59.999999Z' where id = '" + longest
                            + "'");
            wrong.forEach((column, values) -> values.forEach(value -> {
                Map<String, Object> row = longest();
                row.put(column, value);
                String what = column + " " + (value instanceof Object[] list ? Arrays.deepToString(list) : value);
                try {
                    assertTrue(append(application, row) != null, what);
                    taken[0]++;
                } catch (SQLException refused) {
                    throw new AssertionError(what, refused);
                }
            }));
        }
        seal("update himaye.log_checkpoint set renewed_at = renewed_at - interval '1 hour'");
        superuser.rollback();

        Path folder = exported(superuser);
        Report report = verified(folder, database.keys());
        assertEquals(0, report.broken(), report::text);
        List<String> unfit =
                entries(folder).stream().filter(VerifiedExportTest::unfit).toList();
        assertEquals(before + taken[0], unfit.size());
        assertEquals(
                List.of(),
                unfit.stream()
                        .skip(before)
                        .filter(entry -> !entry.matches(UNFIT))
                        .toList());
        changedTextsOfAnUnfitRowAreFound();
    }

    /** A code that reads as the absence of one, and a list whose places are not counted from one. */
    @Test
    void whatOnlyLooksOddIsAnEntry() throws Exception {
        try (Connection application = application();
                Connection anything = database.superuser()) {
            Map<String, Object> row = longest();
            row.put("act", "NULL");
            UUID odd = append(application, row);
            run(anything, "set session_replication_role = replica");
            run(
                    anything,
                    "update himaye.access_event set fields = '[0:1]={odd.b,odd.a}', classes = '[7:7]={ID}' where id = '"
                            + odd + "'");
            seal("update himaye.log_checkpoint set renewed_at = renewed_at - interval '1 hour'");
            superuser.rollback();

            Path folder = exported(superuser);
            assertEquals(0, verified(folder, database.keys()).broken());
            String entry = entries(folder).stream()
                    .filter(each -> each.contains(odd.toString()))
                    .findFirst()
                    .orElseThrow();
            assertTrue(entry.startsWith("{\"act\":\"NULL\","), entry);
            assertTrue(entry.contains("\"classes\":[\"ID\"]"), entry);
            assertTrue(entry.contains("\"fields\":[\"odd.a\",\"odd.b\"]"), entry);
        }
    }

    private void changedTextsOfAnUnfitRowAreFound() throws Exception {
        String row = " where seq = (select min(seq) from himaye.access_event where reason = E'a\\nb')";
        for (String change : List.of(
                "reason = E'a\\nc'",
                "reason = 'CODE'",
                "fields = array_append(fields, 'a')",
                "row_count = 7",
                "outcome = 'DENIED'",
                "client = null",
                "entity_id = gen_random_uuid()")) {
            run(superuser, "set session_replication_role = replica");
            run(superuser, "update himaye.access_event set " + change + row);
            Report report = verified();
            assertEquals(1, report.exitCode(), change + report.text());
            superuser.rollback();
        }
        run(superuser, "set timezone = 'Asia/Baku'");
        run(superuser, "set datestyle = 'ISO, DMY'");
        run(superuser, "set intervalstyle = 'iso_8601'");
        run(superuser, "set bytea_output = 'escape'");
        run(superuser, "alter table himaye.access_event add column later text default 'x'");
        assertEquals(0, verified().broken(), "whatever the settings, and with another column");
    }

    /** What is seldom written is refused instead, and so is what is larger than any event of ours. */
    @Test
    void whatIsTooLongOrOfNoTimeIsNotTaken() throws Exception {
        String count = "select count(*) from himaye.access_event";
        long before = number(count);
        try (Connection application = application()) {
            Map<String, Object> row = longest();
            row.put("reason", "r".repeat(65_537));
            assertEquals(null, append(application, row));
            row.put("reason", null);
            row.put("classes", filled(33_000, ""));
            assertEquals(null, append(application, row));
            row.put("classes", filled(14_000, null));
            assertEquals(null, append(application, row));
            for (String column : List.of("act", "action", "fields", "classes", "outcome", "row_count")) {
                Map<String, Object> missing = longest();
                missing.put(column, null);
                assertEquals(
                        "23502",
                        assertThrows(SQLException.class, () -> append(application, missing), column)
                                .getSQLState());
            }
            run(superuser, "create temporary table packed (texts text)");
            run(superuser, "insert into packed values (repeat('a', 1000000))");
            try (var statement = superuser.createStatement();
                    var rows = statement.executeQuery("select pg_column_size(texts) < 65536 as packed,"
                            + " himaye.append_event(null, null, null, null, null, 'a', 'VIEW', null, null, '{}', '{}', null, null,"
                            + " 'ALLOWED', texts, 0, null, null, null, null) from packed")) {
                rows.next();
                assertTrue(rows.getBoolean(1));
                assertEquals(null, rows.getObject(2));
            }
            for (String time : List.of("infinity", "-infinity", "1970-01-01T00:00:00Z", "9999-01-01T00:00:00Z")) {
                assertEquals("23514", refused(application, PROVIDED.formatted(time, "ALLOWED", "LOGIN")), time);
            }
            assertEquals("23514", refused(application, PROVIDED.formatted("2026-01-01", "PERHAPS", "LOGIN")));
            assertEquals("23514", refused(application, PROVIDED.formatted("2026-01-01", "ALLOWED", "")));
            assertEquals("23514", refused(application, PROVIDED.formatted("2026-01-01", "ALLOWED", "r".repeat(101))));
            assertEquals(before, number(count));
            String once = PROVIDED.formatted("2026-01-01", "ALLOWED", "LOGIN")
                    .replace("_event(gen_random_uuid()", "_event('00000000-0000-0000-0000-00000000000a'");
            run(application, once);
            run(application, once);
        }
        assertEquals(before + 1, number(count));
        assertEquals(
                0,
                number("select count(*) from himaye.access_event where id = '00000000-0000-0000-0000-00000000000a'"));
    }

    private static String refused(Connection connection, String sql) {
        return assertThrows(SQLException.class, () -> run(connection, sql), sql).getSQLState();
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = database.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "9",
            "_",
            ".",
            "-",
            ":",
            ",",
            " ",
            "\"",
            "\\",
            "{",
            "}",
            "/",
            "@",
            "[",
            "`",
            "\u0259",
            "\u0130",
            "\u007f",
            "\u0080",
            "\u0001",
            "\t",
            "\n",
            "\u001f",
            "\u2028",
            "\ud83d\ude00",
            "\ufffe",
            "\uffff",
            "NULL");

    private static String text(Random random, int most) {
        int harmless = random.nextInt(6) > 0 ? 7 : PIECES.size();
        return random.ints(random.nextInt(most + 1), 0, harmless)
                .mapToObj(PIECES::get)
                .collect(Collectors.joining());
    }

    private static Object some(Random random, Supplier<Object> value) {
        return random.nextInt(4) == 0 ? null : value.get();
    }

    private static Object list(Random random, int most) {
        int size = random.nextInt(3) == 0 ? 0 : random.nextInt(most);
        String[] list = Stream.generate(() -> "f" + text(random, random.nextInt(30) == 0 ? 110 : 9))
                .limit(size)
                .toArray(String[]::new);
        if (size > 0 && random.nextInt(40) == 0) {
            list[random.nextInt(size)] = null;
        }
        return size > 0 && random.nextInt(40) == 0 ? new String[][] {list, list} : list;
    }

    /** Whatever the application writes, made of hostile pieces: the sealer comes to its end and the verifier finds nothing broken. */
    @Test
    void whateverIsAppendedIsSealedAndVerifies() throws Exception {
        Random random = new Random(790);
        long before = entries(exported(superuser)).stream()
                .filter(VerifiedExportTest::unfit)
                .count();
        superuser.rollback();
        try (Connection application = application()) {
            for (int i = 0; i < 4000; i++) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("act", text(random, 66));
                row.put("entity", some(random, () -> text(random, 20)));
                row.put("purpose", some(random, () -> text(random, 20)));
                row.put("role", some(random, () -> text(random, 20)));
                row.put("fields", list(random, 70));
                row.put("classes", list(random, 8));
                row.put(
                        "reason",
                        some(random, () -> random.nextInt(100) == 0 ? "r".repeat(60_000) : text(random, 101) + "r"));
                row.put(
                        "client",
                        some(
                                random,
                                () -> PIECES.get(random.nextInt(PIECES.size())).repeat(random.nextInt(66))));
                row.put(
                        "session_ref",
                        some(
                                random,
                                () -> PIECES.get(random.nextInt(PIECES.size())).repeat(random.nextInt(66))));
                // Who acts in a session that nobody began is strange, which is told apart from broken; so each begins
                // its own.
                row.put("action", row.get("session_ref") == null ? text(random, 20) : "LOGIN");
                row.put("outcome", row.get("session_ref") == null ? "DENIED" : "ALLOWED");
                if (random.nextInt(50) == 0) {
                    row.put("outcome", text(random, 8));
                }
                row.put("query_hash", random.nextInt(50) == 0 ? text(random, 16) : null);
                row.put("row_count", random.nextInt(1000) - 5);
                assertTrue(append(application, row) != null, row::toString);
            }
            run(
                    application,
                    "select himaye.append_event(null, null, null, null, null, 'a', 'VIEW', null, null, '[2:3]={b,a}', '[0:0]={a}', null,"
                            + " null, 'ALLOWED', null, 0, null, null, null, null)");
            for (int i = 0; i < 300; i++) {
                run(
                        application,
                        PROVIDED.formatted(
                                Instant.ofEpochMilli(1 + random.nextLong(253_370_764_800_000L)), "DENIED", "CODE"));
            }
        }
        seal("update himaye.log_checkpoint set renewed_at = renewed_at - interval '1 hour'");
        superuser.rollback();

        Path folder = exported(superuser);
        Report report = verified(folder, database.keys());
        assertEquals(0, report.broken(), report::text);
        long unfit = entries(folder).stream().filter(VerifiedExportTest::unfit).count() - before;
        assertTrue(unfit > 300 && unfit < 3700, unfit + " are unfit");
    }
}
