package org.himaye.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.himaye.confidentiality.AccessEvent;
import org.himaye.stack.MigratedDatabase;
import org.himaye.verifier.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the auditor's desk says of one event, and the proofs that somebody takes from it as the verifier reads them that shares no line with
 * them: of a sealed log, and after what only a superuser of the database can do.
 */
class DeskProofsTest {

    private static final int EVENTS = 600;
    private static final int FEW = 5;
    private static final LocalDate FIRST_DAY = LocalDate.of(2090, 1, 10);
    private static final String ONE = "00000000-0000-0000-0000-0000000000a1";
    private static final String OTHER = "00000000-0000-0000-0000-0000000000a2";
    private static final String THIRD = "00000000-0000-0000-0000-0000000000a3";

    @TempDir
    static Path place;

    private static MigratedDatabase database;
    private static LogProofs proofs;
    private static ProofReader stored;
    private static DataSource reader;

    @BeforeAll
    static void start() throws Exception {
        database = new MigratedDatabase(place.resolve("var"));
        try (Connection writer = database.superuser()) {
            for (int i = 0; i < EVENTS; i++) {
                run(writer, i % 100 == 7 ? event(90) : event(2));
            }
            seal(writer);
            reader = source(() -> {});
            stored = new ProofReader(reader);
            proofs = new LogProofs(stored, new TrustedKeys(database.keys()), true);
        }
    }

    private static DataSource source(Runnable asked) {
        return (DataSource) Proxy.newProxyInstance(
                DeskProofsTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    asked.run();
                    return database.superuser();
                });
    }

    private static String event(int fields) {
        return "insert into himaye.access_event (id, act, action, fields, classes, outcome, row_count)"
                + " select gen_random_uuid(), 'case.read', 'VIEW', array_agg('person.field' || n), '{NARRATIVE}', 'ALLOWED', 1"
                + " from generate_series(1, " + fields + ") n";
    }

    private static void seal(Connection superuser) throws SQLException {
        LogKeyFile key = LogKeyFile.in(database.keys(), "himaye/desk", null);
        run(superuser, "update himaye.log_position set log_key = '" + key.verifierKey() + "'");
        LogSealer sealer = new LogSealer(superuser, LastSigned.in(database.keys()), point -> {});
        for (int i = 0; sealer.seal() != LogSealer.Round.IDLE; i++) {
            assertTrue(i < 10_000, "the sealer does not come to an end");
        }
        assertTrue(sealer.checkpoint("himaye/desk", key));
        superuser.setAutoCommit(true);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As somebody does who may do anything; taken back afterwards. */
    private static void changed(String sql, String back, Check check) throws Exception {
        try (Connection superuser = database.superuser()) {
            run(superuser, "set session_replication_role = replica");
            run(superuser, sql);
            try {
                check.run();
            } finally {
                run(superuser, back);
            }
        }
    }

    private interface Check {
        void run() throws Exception;
    }

    private static List<AccessQuery.Cursor> places() throws SQLException {
        List<AccessQuery.Cursor> places = new ArrayList<>();
        try (Connection superuser = database.superuser();
                var statement = superuser.createStatement();
                var rows = statement.executeQuery("select at, seq from himaye.access_event order by seq")) {
            while (rows.next()) {
                places.add(new AccessQuery.Cursor(
                        rows.getObject(1, OffsetDateTime.class).toInstant(), rows.getLong(2)));
            }
        }
        return places;
    }

    private static EventProof check(AccessQuery.Cursor at) {
        return proofs.check(new AccessEntry(
                null,
                at.at(),
                at.sequence(),
                null,
                null,
                null,
                null,
                "case.read",
                AccessEvent.Action.VIEW,
                List.of(),
                0,
                List.of(),
                List.of(),
                null,
                null,
                AccessEvent.Outcome.ALLOWED,
                null,
                1));
    }

    private static String verified(String file) throws IOException {
        Path proof = Files.writeString(place.resolve("proofs"), file);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exit = Main.run(
                List.of(
                        "verify-proof",
                        proof.toString(),
                        "--key",
                        database.keys().resolve("log.vkey").toString()),
                print,
                print);
        return exit + " " + out.toString(StandardCharsets.UTF_8).strip();
    }

    private static String all() throws SQLException {
        List<String> texts = new ArrayList<>();
        proofs.write(places(), stored.newest(), texts::add);
        return String.join(EventProof.SEPARATOR, texts);
    }

    @Test
    void everyEventIsWhatWasSealedAndAnotherProgramSaysSo() throws Exception {
        List<AccessQuery.Cursor> places = places();
        for (int i : new int[] {0, 7, 255, 256, EVENTS - 1}) {
            EventProof proof = check(places.get(i));
            assertEquals(ProofResult.SOUND, proof.result());
            assertTrue(verified(proof.text()).startsWith("0 "), proof::text);
        }
        assertTrue(check(places.get(7)).text().contains("\n---\n"), "an event with continuations has several");
        String answer = verified(all());
        assertTrue(answer.startsWith("0 event 1, "), answer);
        assertTrue(
                answer.endsWith(stored.newest().size() + " proofs, all of them hold; " + EVENTS + " events"), answer);
    }

    /** One event may name a hundred thousand cases, and two thousand events may leave the desk at once. */
    @Test
    void fewEntriesAreInMemoryAtOnceAndTheProofsAreTheSame() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        List<String> texts = new ArrayList<>();
        new LogProofs(new ProofReader(source(asked::incrementAndGet)), new TrustedKeys(database.keys()), true, FEW)
                .write(places(), stored.newest(), texts::add);

        assertEquals(all(), String.join(EventProof.SEPARATOR, texts));
        int groups = EVENTS / FEW;
        assertTrue(asked.get() > 2 * groups, "rows and hashes for each few: " + asked);
    }

    @Test
    void aChangedRowIsFoundHereAndThere() throws Exception {
        AccessQuery.Cursor at = places().get(300);
        String row = " where seq = " + at.sequence();
        changed(
                "update himaye.access_event set outcome = 'DENIED'" + row,
                "update himaye.access_event set outcome = 'ALLOWED'" + row,
                () -> {
                    EventProof proof = check(at);
                    assertEquals(ProofResult.CHANGED, proof.result());
                    assertNull(proof.text());
                    String answer = verified(all());
                    assertTrue(
                            answer.startsWith("1 ")
                                    && answer.contains("1 of ")
                                    && answer.contains("entry " + proof.leaf()),
                            answer);
                });
    }

    @Test
    void aRowThatWasPutInLaterHasNoSeal() throws Exception {
        changed(
                "insert into himaye.access_event (id, at, seq, act, action, fields, classes, outcome, row_count)"
                        + " overriding system value select gen_random_uuid(), at, 0, 'case.read', 'VIEW', '{}', '{}', 'ALLOWED', 0"
                        + " from himaye.access_event order by seq limit 1",
                "delete from himaye.access_event where seq = 0",
                () -> {
                    assertEquals(ProofResult.PUT_IN, check(places().getFirst()).result());
                    assertTrue(verified(all()).startsWith("1 "));
                });
    }

    /** By itself, without anybody who asks for one event. */
    @Test
    void theOwnCheckNamesWhatWasChangedTakenAwayOrPutIn() throws Exception {
        AccessQuery.Cursor at = places().get(300);
        String row = " where seq = " + at.sequence();
        Instant before = places().getFirst().at().minusSeconds(60);
        OwnCheck own = new OwnCheck(reader);
        OwnCheck.Found sound = own.since(before);
        assertTrue(sound.sound(), sound::toString);
        assertEquals(stored.newest().size(), sound.entries());
        changed(
                "update himaye.access_event set outcome = 'DENIED'" + row,
                "update himaye.access_event set outcome = 'ALLOWED'" + row,
                () -> {
                    assertEquals(at.sequence(), own.since(before).number());
                    assertTrue(own.since(before).event() != null);
                });
        changed(
                "create table kept as select * from himaye.access_event" + row + "; delete from himaye.access_event"
                        + row,
                "insert into himaye.access_event overriding system value select * from kept; drop table kept",
                () -> {
                    assertEquals(at.sequence(), own.since(before).number());
                    assertNull(own.since(before).event(), "its row is gone");
                });
        changed(
                "insert into himaye.access_event (id, at, seq, act, action, fields, classes, outcome, row_count)"
                        + " overriding system value select gen_random_uuid(), at, 0, 'case.read', 'VIEW', '{}', '{}', 'ALLOWED', 0"
                        + " from himaye.access_event order by seq limit 1",
                "delete from himaye.access_event where seq = 0",
                () -> assertEquals(0, own.since(before).number()));
        long behind = places().get(301).sequence();
        withoutLeafAndRow(
                at.sequence(), () -> assertEquals(behind, own.since(before).number()));
        long last = places().getLast().sequence();
        withoutLeafAndRow(last, () -> assertEquals(last, own.since(before).number()));
        assertTrue(own.since(before).sound());
    }

    private static void withoutLeafAndRow(long number, Check check) throws Exception {
        String leaf = " from himaye.log_leaf where event_seq = " + number;
        String row = " from himaye.access_event where seq = " + number;
        changed(
                "create table leaves as select *" + leaf + "; create table kept as select *" + row + "; delete" + leaf
                        + "; delete" + row,
                "insert into himaye.access_event overriding system value select * from kept;"
                        + " insert into himaye.log_leaf select * from leaves; drop table kept; drop table leaves",
                check);
    }

    /** Days later, and by a server that was started meanwhile: it knows of it by the event of the check that failed. */
    @Test
    void whatTheOwnCheckFoundStaysWrongUntilItIsAsSealedAgain() throws Exception {
        AccessQuery.Cursor at = places().get(300);
        String row = " where seq = " + at.sequence();
        String forge = "update himaye.access_event set outcome = 'DENIED'" + row;
        String mend = "update himaye.access_event set outcome = 'ALLOWED'" + row;
        Instant later = Instant.now().plus(Duration.ofDays(3));
        OwnCheck own = new OwnCheck(reader, 1);
        assertTrue(own.sound(), "before the first night");
        changed(forge, mend + "; delete from himaye.access_event where act = 'log.check'", () -> {
            assertTrue(own.again(later).sound(), "its day is over");
            keep("FAILED");
            assertFalse(own.sound());
            assertEquals(at.sequence(), own.again(later).number());
            changed(mend, forge, () -> assertTrue(own.again(later).sound()));
            keep("ALLOWED");
            assertTrue(own.sound());
        });
    }

    /** Long after its day, whatever the night: every leaf has its turn, and what was found is looked at again until it is as sealed. */
    @Test
    void whatWasChangedOrPutInLongAgoIsFoundWithinAMonth() throws Exception {
        AccessQuery.Cursor at = places().get(300);
        String row = " where seq = " + at.sequence();
        String forge = "update himaye.access_event set outcome = 'DENIED'" + row;
        String mend = "update himaye.access_event set outcome = 'ALLOWED'" + row;
        String putIn = "insert into himaye.access_event (id, at, seq, act, action, fields, classes, outcome, row_count)"
                + " overriding system value select gen_random_uuid(), %s, 0, 'case.read', 'VIEW', '{}', '{}', 'ALLOWED', 0"
                + " from himaye.access_event" + row;
        String takeOut = "delete from himaye.access_event where seq = 0";
        changed(forge, mend + FORGET, () -> {
            int nights = foundAfter(at.sequence());
            assertTrue(nights > 5, "it is not at the beginning");
            night(nights);
            assertEquals(at.sequence(), night(nights + 1).number(), "until it is mended");
            changed(mend, forge, () -> assertTrue(night(nights + 2).sound()));
        });
        for (String time : List.of("at", "'-infinity'", "'infinity'")) {
            changed(putIn.formatted(time), takeOut + FORGET, () -> foundAfter(0));
        }
        changed("select 1", "select 1" + FORGET, () -> {
            int entries = 0;
            for (int i = 0; i < MONTH; i++) {
                entries += night(i).entries();
            }
            assertTrue(entries >= stored.newest().size(), entries + " entries in a month");
            assertTrue(entries < 2 * stored.newest().size(), entries + " entries in a month");
        });
    }

    private static final String FORGET = "; delete from himaye.access_event where act = 'log.check'";
    private static final int MONTH = 31;

    /** How many sound nights were before. */
    private static int foundAfter(long number) throws SQLException {
        for (int i = 0; i < MONTH; i++) {
            OwnCheck.Found found = night(i);
            if (!found.sound()) {
                assertEquals(number, found.number());
                return i;
            }
        }
        throw new AssertionError("nobody found it in a month");
    }

    /** Of a year to come, so that nothing is of the last day; its event is kept as the server keeps it. */
    private static OwnCheck.Found night(int after) throws SQLException {
        Instant now = Instant.parse("2101-01-01T00:00:00Z").plus(Duration.ofDays(after));
        OwnCheck.Found found = new OwnCheck(reader, 1).again(now);
        try (Connection superuser = database.superuser();
                var insert = superuser.prepareStatement(
                        "insert into himaye.access_event (id, at, act, action, fields, classes, outcome, row_count)"
                                + " values (gen_random_uuid(), ?, 'log.check', 'VIEW', ?, '{}', ?, 1)")) {
            insert.setObject(1, now.atOffset(ZoneOffset.UTC));
            insert.setArray(2, superuser.createArrayOf("text", found.fields().toArray()));
            insert.setString(3, found.sound() ? "ALLOWED" : "FAILED");
            insert.executeUpdate();
        }
        return found;
    }

    private static void keep(String outcome) throws SQLException {
        try (Connection superuser = database.superuser()) {
            run(
                    superuser,
                    "insert into himaye.access_event (id, act, action, fields, classes, outcome, row_count)"
                            + " values (gen_random_uuid(), 'log.check', 'VIEW', '{}', '{}', '" + outcome + "', 1)");
        }
    }

    private static List<Long> picked(AccessLogFilter filter) throws SQLException {
        return picked(filter, false, EVENTS + 2).stream()
                .map(AccessQuery.Cursor::sequence)
                .toList();
    }

    private static List<AccessQuery.Cursor> picked(AccessLogFilter filter, boolean oldestFirst, int limit)
            throws SQLException {
        List<AccessQuery.Cursor> found = new ArrayList<>();
        asked(
                filter.events(oldestFirst, limit)
                        .within("select e.at, e.seq from ", AccessLogFilter.order(oldestFirst)),
                row -> found.add(new AccessQuery.Cursor(
                        row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2))));
        return found;
    }

    private static int count(AccessLogFilter filter, int limit) throws SQLException {
        int[] count = new int[1];
        asked(filter.count(limit), row -> count[0] = row.getInt(1));
        return count[0];
    }

    private interface Reading {
        void of(ResultSet row) throws SQLException;
    }

    private static void asked(AccessLogFilter.Sql sql, Reading reading) throws SQLException {
        try (Connection superuser = database.superuser();
                var find = superuser.prepareStatement(sql.text())) {
            for (int i = 0; i < sql.values().size(); i++) {
                Object value = sql.values().get(i);
                find.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
            }
            try (var rows = find.executeQuery()) {
                while (rows.next()) {
                    reading.of(rows);
                }
            }
        }
    }

    /** The time stands in the row before its number: a later number can have an earlier time. */
    @Test
    void whatWaitsIsInNoPickAndWhatTheDatabaseNeverCountedIs() throws Exception {
        long size = stored.newest().size();
        AccessQuery.Cursor first = places().getFirst();
        String columns = "insert into himaye.access_event (id, at, act, action, fields, classes, outcome, row_count";
        String values = " select gen_random_uuid(), at, 'case.read', 'VIEW', '{}', '{}', 'ALLOWED', 0";
        String of = " from himaye.access_event where seq = " + first.sequence();
        String back = "delete from himaye.access_event where seq > (select sealed_seq from himaye.log_position)";
        changed(columns + ")" + values + of, back, () -> {
            AccessQuery.Cursor waits = places().getLast();
            assertEquals(first.at(), waits.at());
            assertEquals(ProofResult.WAITING, check(waits).result());
            assertEquals(
                    EVENTS,
                    picked(AccessLogFilter.of(AccessQuery.all()).under(size)).size());
        });
        changed(columns + ", seq) overriding system value" + values + ", 999999" + of, back, () -> {
            AccessQuery.Cursor never = places().getLast();
            assertEquals(ProofResult.PUT_IN, check(never).result());
            assertTrue(picked(AccessLogFilter.of(AccessQuery.all()).under(size)).contains(999_999L));
        });
    }

    private static final String CASE = "'00000000-0000-0000-0000-0000000000d5'";
    private static final String NUMBER = "V-DDDDDD-D";

    private static void linked(String links, Check check) throws Exception {
        changed(
                "insert into himaye.case_file (id, version, created_at, created_by, updated_at, updated_by, case_number, person_id,"
                        + " institution_id, status, urgency, anonymous_mode, opened_at) values (" + CASE
                        + ", 0, now(), "
                        + CASE + ", now(), " + CASE + ", '" + NUMBER + "', " + CASE + ", " + CASE
                        + ", 'ACTIVE', 'NORMAL', false, now());"
                        + "insert into himaye.access_event_case (event_id, case_id, person_id, at) " + links,
                "delete from himaye.access_event_case where case_id = " + CASE
                        + "; delete from himaye.case_file where id = " + CASE,
                check);
    }

    /** One for the case and one for the person in it, each with the time of its own row. */
    @Test
    void anEventWithTwoLinksToOneCaseIsOneRow() throws Exception {
        long event = places().get(5).sequence();
        linked(
                "select e.id, " + CASE
                        + ", person, e.at + after * interval '3 microseconds' from himaye.access_event e,"
                        + " (values (null::uuid, 1), (" + CASE + ", 2)) link (person, after) where e.seq = " + event,
                () -> {
                    assertEquals(List.of(event), picked(ofCase(AccessQuery.Page.FIRST)));
                    assertEquals(1, count(ofCase(AccessQuery.Page.FIRST), 50));
                });
    }

    /** Who may write links could write more than a page of them, newer than the event that she wants nobody to see. */
    @Test
    void linksWithoutAnEventPushNoneFromThePage() throws Exception {
        long event = places().get(5).sequence();
        linked(
                "select case when n = 0 then e.id else gen_random_uuid() end, " + CASE
                        + ", null, e.at + sign(n) * interval '20 minutes'"
                        + " from himaye.access_event e, generate_series(0, 40) n where e.seq = " + event,
                () -> assertEquals(
                        List.of(event),
                        picked(ofCase(AccessQuery.Page.FIRST), false, 3).stream()
                                .map(AccessQuery.Cursor::sequence)
                                .toList()));
    }

    /** Its links may stand in another order than the events, minutes away: none is left out at the edge of a page. */
    @Test
    void thePagesOfACaseHoldEachOfItsEventsOnceInTheOrderOfTheLog() throws Exception {
        linked(
                "select e.id, " + CASE + ", case when person then " + CASE + "::uuid end,"
                        + " e.at + (e.seq * 37 % 299 - case when person then 149 else 150 end) * interval '1 second'"
                        + " from himaye.access_event e, (values (true), (false)) each (person)"
                        + " where e.seq <= 300 and (person or e.seq % 3 = 0)",
                () -> {
                    List<Long> onwards = turned(place -> new AccessQuery.Page(place, null), false);
                    assertEquals(
                            places().subList(0, 300).reversed().stream()
                                    .map(AccessQuery.Cursor::sequence)
                                    .toList(),
                            onwards);
                    assertEquals(onwards.reversed(), turned(place -> new AccessQuery.Page(null, place), true));
                    assertEquals(300, count(ofCase(AccessQuery.Page.FIRST), 500));
                    assertEquals(7, count(ofCase(AccessQuery.Page.FIRST), 7));
                });
    }

    private static final String FAR = "delete from himaye.access_event where at >= '2090-01-01'";

    private static String far(
            int count, String at, String actor, String role, String classes, String purpose, String outcome) {
        return ("insert into himaye.access_event (id, at, seq, actor, role, act, action, fields, classes, purpose, outcome, row_count)"
                        + " overriding system value select gen_random_uuid(), '%s', -n, '%s', %s, 'case.read', 'VIEW', '{}', '%s', %s, '%s', 1"
                        + " from generate_series(1, %d) n;")
                .formatted(at, actor, role, classes, purpose, outcome, count);
    }

    private static AccessQuery inJanuary(String who) {
        return new AccessQuery(
                null, who, null, null, null, null, null, null, null, FIRST_DAY, FIRST_DAY.plusDays(1), null);
    }

    /** Days as Baku counts them; what has no role or purpose is in no such division, and an event of two classes in both. */
    @Test
    void thePictureCountsDaysRolesClassesAndPurposes() throws Exception {
        changed(
                far(3, "2090-01-10T12:00:00Z", ONE, "'CASEWORKER'", "{ID,NA}", "'CARE'", "ALLOWED")
                        + far(2, "2090-01-10T20:30:00Z", ONE, "'SUPERVISOR'", "{ID}", "'SUPERVISION'", "DENIED")
                        + far(1, "2090-01-11T10:00:00Z", OTHER, "null", "{}", "null", "FAILED")
                        + far(5, "2090-01-12T10:00:00Z", OTHER, "'CASEWORKER'", "{ID}", "'CARE'", "ALLOWED"),
                FAR,
                () -> {
                    AccessPicture picture = new AccessLogRepository(reader).picture(inJanuary(null));

                    assertTrue(picture.complete());
                    assertEquals(
                            List.of(
                                    new AccessDay(FIRST_DAY, Map.of(AccessEvent.Outcome.ALLOWED, 3)),
                                    new AccessDay(
                                            FIRST_DAY.plusDays(1),
                                            Map.of(AccessEvent.Outcome.DENIED, 2, AccessEvent.Outcome.FAILED, 1))),
                            picture.days());
                    assertEquals("CASEWORKER 3, SUPERVISOR 2", counted(picture.roles()));
                    assertEquals("CARE 3, SUPERVISION 2", counted(picture.purposes()));
                    assertEquals("IDENTITY 5, NARRATIVE 3", counted(picture.classes()));
                });
    }

    private static String counted(List<AccessPicture.Count> counts) {
        return counts.stream().map(each -> each.code() + " " + each.accesses()).collect(Collectors.joining(", "));
    }

    /** Whoever has two accounts is found by the name that both show, and neither is lost behind the other. */
    @Test
    void aNameFindsAllAccountsThatShowIt() throws Exception {
        String staff =
                "insert into himaye.staff (sub, display_name, role, institution) values ('%s', '%s', 'CASEWORKER', '"
                        + ONE + "');";
        changed(
                staff.formatted(ONE, "Nərgiz Əliyeva")
                        + staff.formatted(OTHER, "nərgiz  əliyeva")
                        + staff.formatted(THIRD, "Nərgizə Əliyeva")
                        + far(2, "2090-01-10T12:00:00Z", ONE, "'CASEWORKER'", "{ID}", "'CARE'", "ALLOWED")
                        + far(3, "2090-01-10T13:00:00Z", OTHER, "'SUPERVISOR'", "{ID}", "'CARE'", "ALLOWED")
                        + far(4, "2090-01-10T14:00:00Z", THIRD, "'CASEWORKER'", "{ID}", "'CARE'", "ALLOWED"),
                FAR + "; delete from himaye.staff where sub in ('" + ONE + "', '" + OTHER + "', '" + THIRD + "')",
                () -> {
                    AccessLogRepository log = new AccessLogRepository(reader);
                    AccessQuery both = inJanuary("Nərgiz Əliyeva");
                    List<String> seen = new ArrayList<>();
                    AccessLogRepository.Extent extent = log.extent(both, EVENTS);
                    log.stream(
                            both,
                            extent.settled(),
                            extent.rows(),
                            row -> seen.add(row.actor().toString()));

                    assertEquals(List.of(OTHER, OTHER, OTHER, ONE, ONE), seen);
                    assertEquals(
                            "SUPERVISOR 3, CASEWORKER 2",
                            counted(log.picture(both).roles()));
                });
    }

    /** Whose transaction is slower has an earlier time and comes in between: its cases are not in the event of the export. */
    @Test
    void whatIsCommittedMeanwhileIsNotInAnExport() throws Exception {
        String links = "select id, " + CASE + ", null, at from himaye.access_event where seq in (3, 5, 7)";
        linked(links, () -> exportedMeanwhile(AccessQuery.all(), EVENTS));
        linked(links, () -> exportedMeanwhile(AccessQuery.ofCase(NUMBER, AccessQuery.Page.FIRST), 3));
    }

    private static void exportedMeanwhile(AccessQuery query, int fitting) throws Exception {
        AccessLogRepository log = new AccessLogRepository(reader);
        String write =
                "with event as (insert into himaye.access_event (id, act, action, fields, classes, outcome, row_count)"
                        + " values (gen_random_uuid(), 'case.open', 'VIEW', '{}', '{}', 'ALLOWED', 1) returning id)"
                        + " insert into himaye.access_event_case (event_id, case_id) select id, " + CASE
                        + " from event";
        long last = places().getLast().sequence();
        try (Connection slow = database.superuser();
                Connection fast = database.superuser()) {
            slow.setAutoCommit(false);
            run(slow, write);
            run(fast, write);
            AccessLogRepository.Extent all = log.extent(query, EVENTS + 10);
            AccessLogRepository.Extent some = log.extent(query, 2);
            List<Long> newest = exported(log, query, some);
            slow.commit();
            run(fast, write);

            assertEquals(fitting + 1, all.rows(), "with what is committed and not sealed yet");
            assertTrue(all.complete());
            assertFalse(some.complete());
            assertEquals(newest, exported(log, query, some));
            assertEquals(newest, exported(log, query, all).subList(0, 2));
            assertEquals(fitting + 1, exported(log, query, all).size());
        } finally {
            changed("select 1", "delete from himaye.access_event where seq > " + last, () -> {});
        }
    }

    private static List<Long> exported(AccessLogRepository log, AccessQuery query, AccessLogRepository.Extent extent) {
        List<Long> rows = new ArrayList<>();
        log.stream(query, extent.settled(), extent.rows(), row -> rows.add(row.sequence()));
        return rows;
    }

    private static AccessLogFilter ofCase(AccessQuery.Page page) {
        return AccessLogFilter.of(AccessQuery.ofCase(NUMBER, page)).page(page);
    }

    /** Page by page to the end. */
    private static List<Long> turned(Function<AccessQuery.Cursor, AccessQuery.Page> next, boolean oldestFirst)
            throws SQLException {
        List<Long> all = new ArrayList<>();
        List<AccessQuery.Cursor> page = picked(ofCase(AccessQuery.Page.FIRST), oldestFirst, 7);
        while (!page.isEmpty()) {
            page.forEach(each -> all.add(each.sequence()));
            page = picked(ofCase(next.apply(page.getLast())), oldestFirst, 7);
        }
        return all;
    }

    /** The tables say who signs; who may write them puts a key of his own there. */
    @Test
    void anotherKeyInTheTablesSignsNothing() throws Exception {
        assertEquals(SealState.SEALED, proofs.state(Instant.now()).state());
        assertEquals(
                SealState.UNPROVED,
                new LogProofs(stored, new TrustedKeys(database.keys()), false)
                        .state(Instant.now())
                        .state());
        LogKeyFile own = LogKeyFile.in(Files.createDirectory(place.resolve("own")), "himaye/desk", null);
        String note = stored.newest().note();
        String body = note.substring(0, note.indexOf("\n\n") + 1);
        changed(
                "create table kept as select note, (select log_key from himaye.log_position) as log_key from himaye.log_checkpoint;"
                        + " update himaye.log_position set log_key = '" + own.verifierKey() + "';"
                        + " update himaye.log_checkpoint set note = '" + body + "\n" + own.signature(body)
                        + "', cosigned = '— witness.example/1 AAAAAAAAAABqAAAAAAAA\n'",
                "update himaye.log_position set log_key = k.log_key from kept k;"
                        + " update himaye.log_checkpoint set note = k.note, cosigned = null from kept k; drop table kept",
                () -> {
                    LogState state = proofs.state(Instant.now());
                    assertEquals(SealState.UNPROVED, state.state());
                    assertNull(state.witnessedAt(), "what no witness signed");
                    EventProof proof = check(places().getFirst());
                    assertEquals(ProofResult.NOT_SIGNED, proof.result());
                    assertFalse(proof.witnessed());
                });
    }

    @Test
    void aTreeThatDoesNotLeadToTheSignedRootIsFound() throws Exception {
        changed(
                "create table kept as select * from himaye.log_leaf where leaf_index = 3;"
                        + " update himaye.log_leaf set hash = sha256('x') where leaf_index = 3",
                "update himaye.log_leaf l set hash = k.hash from kept k where l.leaf_index = k.leaf_index; drop table kept",
                () -> assertEquals(
                        ProofResult.TREE_BROKEN, check(places().getFirst()).result()));
    }

    @Test
    void whatIsSealedAndNotSignedYetWaits() throws Exception {
        AccessQuery.Cursor last = places().getLast();
        assertEquals(ProofResult.SOUND, check(last).result());
        changed(
                "create table kept as select * from himaye.log_checkpoint; delete from himaye.log_checkpoint",
                "insert into himaye.log_checkpoint select * from kept; drop table kept",
                () -> assertEquals(ProofResult.WAITING, check(last).result()));
    }
}
