package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The auditor's pages say who opened a case and who only had it on a list, and what narrows the log (look.md 7). */
class AuditorTest {

    /** What the role may take for one statement. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(10);

    @Test
    void aListIsNoOpeningAndFiltersCanBeTakenAway() {
        CaseRows rows = CaseRows.active("PRESUMED");
        Database.change("update himaye.case_file set next_due_at = timestamptz '2001-01-01' where case_number = '"
                + rows.number() + "'");
        try (Visit caseworker = Visit.of(DemoPerson.caseworker1)) {
            caseworker.open("/casefile/list.xhtml");
            assertTrue(caseworker.shows(rows.number()));
            caseworker.open("/casefile/overview.xhtml?number=" + rows.number());
        }
        try (Visit auditor = Visit.of(DemoPerson.auditor1)) {
            String address = "/accesslog/case.xhtml?number=" + rows.number();
            auditor.open(address);
            assertEquals("1 1", counts(auditor, "Caseworker 1"));
            auditor.open(address);
            assertEquals("0 1", counts(auditor, "Auditor 1"), "reading the log opens no case");
            auditor.picture("accesslog-case");

            auditor.open("/accesslog/list.xhtml?number=" + rows.number() + "&role=CASEWORKER");
            Locator chips = auditor.page().locator(".cw-chip");
            assertEquals(2, chips.count());
            chips.last().locator("a").click();
            auditor.page().waitForURL(url -> !url.contains("role="));
            assertEquals(1, chips.count());
            assertTrue(auditor.page().url().contains(rows.number()));

            auditor.fill("from", "20.11.2026").fill("to", "01.11.2026").press("Tətbiq et");
            assertTrue(auditor.field("to-error").innerText().contains("Son gün ilk gündən əvvəl"), auditor.text());
            onceAndNoFilter(auditor);
            auditor.open("/accesslog/list.xhtml?from=2026-11-01");
            auditor.fill("from", "32.13.2026").press("Tətbiq et");
            onceAndNoFilter(auditor);
            auditor.open("/accesslog/sample.xhtml?from=2026-11-01");
            auditor.fill("from", "32.13.2026").press("Seç");
            onceAndNoFilter(auditor);
        }
    }

    /** As long as somebody else holds the links, every filter takes too long. */
    @Test
    void aFilterThatTakesTooLongIsGivenUpAndThePageSaysSo() throws Exception {
        try (Visit visit = Visit.of(DemoPerson.auditor1);
                Connection holder = Himaye.stack().superuser("himaye");
                Statement hold = holder.createStatement()) {
            String page = "/accesslog/list.xhtml?role=MEDIC";
            assertFalse(visit.open(page).shows("Filtri daraldın"), visit.text());
            holder.setAutoCommit(false);
            hold.execute("set local lock_timeout = '5s'");
            hold.execute("lock table himaye.access_event_case in access exclusive mode");
            Thread release = Thread.startVirtualThread(() -> {
                LockSupport.parkNanos(GIVEN_UP.plusSeconds(2).toNanos());
                rollBack(holder);
            });
            long begin = System.nanoTime();
            visit.open(page);
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            release.join();
            assertTrue(visit.shows("Filtri daraldın"), visit.text());
            assertTrue(taken.compareTo(GIVEN_UP) >= 0, "before the lock was gone: " + taken);
            assertTrue(visit.field("role").isVisible(), "the filter is there to be narrowed");
            visit.picture("accesslog-too-wide");
            assertFalse(visit.open(page).shows("Filtri daraldın"), visit.text());
        }
        assertEquals(
                1,
                Database.number(
                        "select count(*) from himaye.access_event where outcome = 'FAILED' and reason = 'FilterTooWide'"
                                + " and actor = '" + DemoPerson.auditor1.sub() + "'"));
    }

    private static void rollBack(Connection holder) {
        try {
            holder.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SC-09, with what must not be possible: who is asked about answers nothing, the auditor opens no case, and a changed row is found. */
    @Test
    void fourteenViewsWithoutAPurposeAreAskedAnsweredAndJudged() {
        CaseRows rows = CaseRows.active("PRESUMED");
        String question = "Niyə on dörd dəfə? 7391264";
        try (Visit caseworker = Visit.of(DemoPerson.caseworker1)) {
            for (int i = 0; i < 14; i++) {
                assertEquals(
                        200,
                        caseworker
                                .get("/casefile/overview.xhtml?number=" + rows.number())
                                .status());
            }
        }
        String reference;
        try (Visit visit = Visit.of(DemoPerson.auditor1)) {
            Witness auditor = new Witness(DemoPerson.auditor1, visit);
            auditor.denied("/casefile/overview.xhtml?number=" + rows.number());
            auditor.opens("/accesslog/list.xhtml?number=" + rows.number() + "&kind=NO_PURPOSE&who="
                    + DemoPerson.caseworker1.sub());
            assertTrue(visit.shows("14 qeyd"), visit.text());
            visit.follow("Bunlar haqqında soruş");
            visit.press("Soruş");
            assertTrue(visit.shows("Buranı doldurun"), visit.text());
            visit.page().reload();
            assertTrue(visit.page().url().contains("kind=NO_PURPOSE") && visit.shows("Caseworker 1"), visit.text());
            visit.fill("words", question).press("Soruş");
            visit.page().waitForURL("**/audit/open.xhtml*");
            visit.picture("audit-open");
            reference = visit.page().url().replaceFirst(".*number=", "");
            assertTrue(visit.shows(question) && visit.shows("Caseworker 1"), visit.text());
            assertEquals(0, visit.page().locator("main textarea").count(), "who asks does not answer");
        }
        assertEquals(
                0,
                Database.number(
                        "select count(*) from himaye.audit_finding where position('7391264' in encode(question, 'escape')) > 0"));
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            new Witness(DemoPerson.caseworker1, visit).denied("/audit/open.xhtml?number=" + reference);
        }
        try (Visit visit = Visit.of(DemoPerson.supervisor2)) {
            new Witness(DemoPerson.supervisor2, visit).denied("/audit/open.xhtml?number=" + reference);
        }
        try (Visit visit = Visit.of(DemoPerson.supervisor1)) {
            visit.open("/task/myday.xhtml?list=WAITING").follow(reference);
            assertTrue(visit.shows(question), visit.text());
            visit.fill("words", "Növbəni təhvil alırdı.").press("Cavabı göndər");
            visit.page().waitForURL("**/audit/open.xhtml*");
            assertTrue(visit.shows("Cavablanıb"), visit.text());
        }
        try (Visit visit = Visit.of(DemoPerson.auditor1)) {
            Witness auditor = new Witness(DemoPerson.auditor1, visit);
            auditor.opens("/audit/open.xhtml?number=" + reference);
            visit.choose("verdict", "Əsassızdır")
                    .fill("words", "Növbə üçün bir dəfə bəs idi.")
                    .press("Bağla");
            visit.page().waitForURL("**/audit/open.xhtml*");
            assertTrue(visit.shows("Bağlanıb") && visit.shows("Əsassızdır"), visit.text());
            theProofHoldsUntilARowIsChanged(visit, rows);
        }
        assertEquals(
                List.of("NOT_JUSTIFIED"),
                Database.texts(
                        "select s.verdict from himaye.audit_finding_step s join himaye.audit_finding f on f.id = s.finding_id"
                                + " where f.reference = ? and s.verdict is not null",
                        reference));
    }

    /** A refused number is of no case that may be named: the house is asked about the colleague, and answers. */
    @Test
    void aQuestionAboutNoSingleCaseIsAnswered() {
        String id = refusalsOf(DemoPerson.caseworker2);
        String reference;
        try (Visit visit = Visit.of(DemoPerson.auditor1)) {
            visit.open("/audit/ask.xhtml?unusual=" + id)
                    .fill("words", "Bu nömrələr haradandır?")
                    .press("Soruş");
            visit.page().waitForURL("**/audit/open.xhtml*");
            reference = visit.page().url().replaceFirst(".*number=", "");
        }
        try (Visit visit = Visit.of(DemoPerson.supervisor1)) {
            visit.open("/task/myday.xhtml?list=WAITING").follow(reference);
            assertTrue(visit.shows("Bu nömrələr haradandır?") && visit.shows("Caseworker 2"), visit.text());
            visit.fill("words", "Kağızdan oxuyurdu.").press("Cavabı göndər");
            visit.page().waitForURL("**/audit/open.xhtml*");
            assertTrue(visit.shows("Cavablanıb"), visit.text());
        }
    }

    /** A row as the nightly round keeps it, of somebody who asked for a case that is none. */
    private static String refusalsOf(DemoPerson person) {
        try (Visit visit = Visit.of(person)) {
            visit.get("/casefile/overview.xhtml?number=V-000000-0");
        }
        String machine = "'00000000-0000-0000-0000-000000000000'";
        Database.change(
                "insert into himaye.unusual_access (id, version, created_at, created_by, updated_at, updated_by, rule, account, day,"
                        + " events, first_at, last_at, accesses) select gen_random_uuid(), 0, now(), " + machine
                        + ", now(), "
                        + machine + ", 'REPEATED_REFUSALS', e.actor, (now() at time zone 'Asia/Baku')::date,"
                        + " string_agg(e.seq::text, ' ' order by e.seq), min(e.at), max(e.at), count(*)"
                        + " from (select * from himaye.access_event where actor = '" + person.sub()
                        + "' and outcome = 'DENIED' order by seq desc limit 50) e group by e.actor on conflict do nothing");
        return Database.texts(
                        "select id::text from himaye.unusual_access where rule = 'REPEATED_REFUSALS' and verdict is null"
                                + " and account = '" + person.sub() + "'")
                .getFirst();
    }

    /** As the round keeps it: why it is there, the accesses it is about, a verdict that stays. */
    @Test
    void whatIsUnusualIsSaidInPlainWordsAndDecidedOnce() {
        String id = refusalsOf(DemoPerson.caseworker3);
        try (Visit visit = Visit.of(DemoPerson.auditor1)) {
            visit.open("/unusual/list.xhtml?rule=REPEATED_REFUSALS");
            assertTrue(visit.shows("Caseworker 3") && visit.shows("imtina edilib"), visit.text());
            visit.picture("unusual-list");
            visit.open("/unusual/open.xhtml?id=" + id).follow("Göstər");
            visit.page().waitForURL("**/accesslog/list.xhtml*");
            assertTrue(
                    visit.page().url().contains("outcome=DENIED"), visit.page().url());
            assertTrue(visit.shows("Caseworker 3"), visit.text());
            visit.open("/audit/ask.xhtml?unusual=" + id + "&who=" + DemoPerson.caseworker1.sub());
            assertTrue(
                    visit.shows("Caseworker 3") && !visit.shows("Caseworker 1"),
                    "what is asked is about the row, whatever else the address says");
            visit.open("/unusual/open.xhtml?id=" + id);
            visit.picture("unusual-open");
            visit.choose("verdict", "İzah olunub")
                    .fill("words", "Nömrəni kağızdan səhv oxuyub.")
                    .press("Rəyi saxla");
            visit.page().waitForURL("**/unusual/open.xhtml*");
            assertTrue(visit.shows("Nömrəni kağızdan səhv oxuyub."), visit.text());
            assertEquals(0, visit.page().locator("main textarea").count(), "said once");
            visit.open("/unusual/list.xhtml?rule=REPEATED_REFUSALS");
            assertEquals(0, visit.page().locator("a[href*='" + id + "']").count(), "the queue is of what is open");
        }
        try (Visit visit = Visit.of(DemoPerson.supervisor1)) {
            new Witness(DemoPerson.supervisor1, visit).denied("/unusual/open.xhtml?id=" + id);
        }
    }

    /** Typed again, the seed draws the same events, though the log has grown; another lot draws others. */
    @Test
    void aSampleIsDrawnAgainByItsSeed() {
        try (Visit visit = Visit.of(DemoPerson.auditor1)) {
            String page = "/accesslog/sample.xhtml?role=CASEWORKER";
            visit.open(page).fill("size", "12").press("Seç");
            visit.page().waitForURL("**seed=**");
            List<String> first = drawn(visit);
            String seed = visit.page().url().replaceFirst(".*seed=([0-9A-Z]+-[0-9]+-[0-9A-F]+).*", "$1");
            assertEquals(12, first.size(), visit.text());
            assertTrue(visit.shows(seed), visit.text());
            visit.picture("accesslog-sample");

            visit.open(page)
                    .fill("size", "12")
                    .fill("seed", seed.toLowerCase(java.util.Locale.ROOT))
                    .press("Seç");
            visit.page().waitForURL("**seed=**");
            assertEquals(first, drawn(visit));

            visit.open(page).fill("size", "12").press("Seç");
            visit.page().waitForURL("**seed=**");
            assertTrue(!first.equals(drawn(visit)), "another lot");
            assertEquals(
                    1,
                    Database.number("select least(count(*), 1) from himaye.access_event where 'access_sample." + seed
                            + "' = any (fields)"));
            visit.open(page).fill("size", "201").press("Seç");
            assertTrue(visit.field("size-error").innerText().contains("200"), visit.text());
            theDeskSaysWhatTheOwnCheckFound(visit);
        }
    }

    /** Who took over the application can append what no page of ours writes: it is shown as it is, and what has no words as missing. */
    @Test
    void theDeskOpensWithRowsThatNoPageWrites() {
        CaseRows rows = CaseRows.active("PRESUMED");
        String append = "select himaye.append_event('" + DemoPerson.caseworker1.sub()
                + "', %s, null, %s, E'a\nb', %s, %s, %s, null, %s, %s, %s, null, %s, %s, -3, 'x', 'y', array['"
                + rows.caseId() + "'::uuid], '{}')";
        Database.change(append.formatted(
                "'NOBODY'",
                "'s'",
                "'x <b>y</b>'",
                "'NOTHING'",
                "E'\u0001'",
                "'{{a,b},{c,NULL}}'",
                "'{NULL,ID}'",
                "'NONE'",
                "'PERHAPS'",
                "E'\u0002 {0} <i>''odd'"));
        Database.change(append.formatted(
                "''", "''", "''", "''", "''", "'{NULL}'", "'{{ID},{PLAN}}'", "''", "''", "repeat('r', 60000)"));
        String today = Database.texts("select (now() at time zone 'Asia/Baku')::date::text")
                .getFirst();
        try (Visit visit = Visit.of(DemoPerson.auditor1)) {
            for (String page : List.of(
                    "/accesslog/list.xhtml?number=" + rows.number(),
                    "/accesslog/list.xhtml?from=" + today + "&to=" + today,
                    "/accesslog/case.xhtml?number=" + rows.number(),
                    "/accesslog/sample.xhtml?number=" + rows.number() + "&size=12")) {
                assertEquals(200, visit.get(page).status(), page);
            }
            visit.open("/accesslog/list.xhtml?number=" + rows.number());
            assertTrue(visit.shows("<i>'odd") && visit.shows("rrrrrrrrrr"), visit.text());
            List<String> proofs = drawn(visit);
            assertTrue(proofs.size() >= 2, visit.text());
            for (String proof : proofs) {
                assertEquals(200, visit.get(proof).status(), proof);
            }
            thatItWasWrittenPastOurProgramsIsTold(visit);
        }
    }

    /** Once an hour, and health says so until the next start. */
    private static void thatItWasWrittenPastOurProgramsIsTold(Visit visit) {
        Eventually.holds(
                "an event says so",
                () -> Database.number(
                                "select count(*) from himaye.access_event e where e.act = 'log.seal' and e.outcome = 'FAILED'"
                                        + " and e.reason = 'LOG_ROW_UNFIT' and e.row_count > 0 and exists (select from himaye.access_event odd"
                                        + " where odd.id = e.entity_id and odd.row_count = -3)")
                        > 0,
                Sealing::now);
        assertTrue(visit.get("/health").text().replace("\"", "").contains("fits:false"));
    }

    /** What is wrong is told once, and nothing looks as if it narrowed the list. */
    private static void onceAndNoFilter(Visit auditor) {
        assertEquals(1, auditor.page().locator(".cw-summary li").count(), auditor.text());
        assertEquals(0, auditor.page().locator(".cw-chip").count(), auditor.text());
    }

    /** As the round of the night keeps it. */
    private static void theDeskSaysWhatTheOwnCheckFound(Visit visit) {
        String kept =
                "insert into himaye.access_event (id, actor, role, client, act, action, entity, entity_id, fields, classes, outcome,"
                        + " reason, row_count) select gen_random_uuid(), '00000000-0000-0000-0000-000000000000', 'SYSTEM', 'machine', 'log.check',"
                        + " 'VIEW', 'access_event', e.id, '{}', '{}', %s, 7 from (select %s as id) e";
        Database.change(kept.formatted(
                "'FAILED', 'LOG_UNPROVED'",
                "(select x.id from himaye.access_event x where x.seq = (select min(seq) from himaye.access_event))"));
        long first = Database.number("select min(seq) from himaye.access_event");
        visit.open("/accesslog/list.xhtml");
        assertTrue(visit.shows(first + " nömrəli hadisə möhürlənən deyil"), visit.text());
        Database.change(kept.formatted("'FAILED', 'LOG_UNPROVED'", "null::uuid"));
        assertTrue(visit.open("/accesslog/list.xhtml").shows("möhürlənmiş hadisə jurnalda yoxdur"), visit.text());
        Database.change(kept.formatted("'ALLOWED', null", "null::uuid"));
        assertTrue(visit.open("/accesslog/list.xhtml").shows("7 qeyd möhürləndiyi kimidir"), visit.text());
    }

    private static List<String> drawn(Visit visit) {
        return visit.page().locator("main a[href*='/accesslog/proof.xhtml']").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    private static void theProofHoldsUntilARowIsChanged(Visit visit, CaseRows rows) {
        String seen =
                "from himaye.access_event e where e.act = 'case.read' and e.seq = (select min(x.seq) from himaye.access_event x"
                        + " join himaye.access_event_case l on l.event_id = x.id where l.case_id = '" + rows.caseId()
                        + "')";
        String mark = Database.texts("select (extract(epoch from e.at) * 1000000)::bigint || '-' || e.seq " + seen)
                .getFirst();
        String page = "/accesslog/proof.xhtml?event=" + mark;
        Eventually.holds("a seal for " + page, () -> visit.open(page).shows("Bu qeyd möhürlənən qeyddir"));
        visit.picture("accesslog-proof");
        String at = Database.texts("select e.seq || '' " + seen).getFirst();
        change(at, "purpose = 'CARE'");
        try {
            assertTrue(visit.open(page).shows("Bu qeyd möhürlənən qeyd deyil"), visit.text());
        } finally {
            change(at, "purpose = null");
        }
        assertTrue(visit.open(page).shows("Bu qeyd möhürlənən qeyddir"), visit.text());
    }

    /** As only a superuser of the database can, who may do anything. */
    private static void change(String sequence, String to) {
        Database.change("set session_replication_role = replica; update himaye.access_event set " + to + " where seq = "
                + sequence + "; set session_replication_role = origin");
    }

    /** Opened and listed, as the table of people tells. */
    private static String counts(Visit visit, String name) {
        Locator cells = visit.page().locator("main table").first().locator("tr:has-text('" + name + "') td");
        return number(cells.nth(1)) + " " + number(cells.nth(2));
    }

    private static String number(Locator cell) {
        return cell.innerText().replaceAll("\\D", "");
    }
}
