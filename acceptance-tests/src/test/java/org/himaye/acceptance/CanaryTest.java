package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.himaye.confidentiality.SmallPdf;
import org.himaye.verifier.Main;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is typed about a person is found again only by those who may see it: in no table, log, address, title, export or other
 * role's page, not in the browser that showed it, and not in the files of the stopped database either.
 */
class CanaryTest {

    /** They wrote it or may read it; the two of the special unit see the same decisions. */
    private static final Set<DemoPerson> KNOWING = EnumSet.of(
            DemoPerson.police1,
            DemoPerson.supervisor1,
            DemoPerson.caseworker1,
            DemoPerson.psychologist1,
            DemoPerson.lawyer1,
            DemoPerson.identification1,
            DemoPerson.identification2);

    /** Who identifies reads no plan, no needs, no note of a specialist, no document, no account (domain.md 3.2). */
    private static final Set<String> NOT_THE_UNITS = Set.of(
            "aim",
            "indicator",
            "what",
            "ownView",
            "title",
            "iban",
            "payeeName",
            "hiddenNames",
            "breakglass.reasonText");

    /** What is shown to her without a purpose (domain.md 3.2): her own notes, and what is urgent about health. Nothing else, in no answer. */
    private static final Set<String> THE_PSYCHOLOGISTS =
            Set.of("HEALTH.text", "HEALTH.summary", "therapy", "urgentHealthText");

    /** The same for him: who the person is, and what is his alone. */
    private static final Set<String> THE_LAWYERS = Set.of(
            "familyName",
            "givenName",
            "patronymic",
            "aliases",
            "documentNumber",
            "documents",
            "personName",
            "title",
            "defence");

    /** Whoever referred somebody reads her own words again, and nothing that came after. */
    private static final Set<String> OF_HER_REFERRAL = Set.of("safeContact", "personName", "documents");

    private final Canaries canaries = new Canaries();
    private final HiddenForms hers = new HiddenForms().add(CasePath.BIRTH).add("1987-03-17");
    private final List<String> hits = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();

    @Test
    @Tag("ASVS-14.2.1")
    @Tag("ASVS-16.2.5")
    @Tag("ASVS-16.4.1")
    void whatIsTypedIsFoundNowhere() throws IOException {
        CasePath path = new CasePath(canaries::plant);
        Visit police = watched(DemoPerson.police1);
        Visit supervisor = watched(DemoPerson.supervisor1);
        Visit caseworker = watched(DemoPerson.caseworker1);
        Visit unit = watched(DemoPerson.identification1);
        path.refer(police);
        path.accept(supervisor);
        path.intake(caseworker);
        path.tellSpecialUnit(caseworker);
        path.identify(unit);
        path.needs(caseworker);
        path.plan(caseworker);
        path.sendPlanBack(supervisor);
        path.askForMoney(caseworker, canaries.account());

        Visit psychologist = watched(DemoPerson.psychologist1);
        Visit lawyer = watched(DemoPerson.lawyer1);
        writeNotes(path, supervisor, caseworker, psychologist, lawyer);
        addDocument(caseworker, path.number());

        askFromOutside(caseworker, path.number());
        askHerself(caseworker, supervisor, path.number());
        leaveUnsent(caseworker, path.number());
        openInEmergency(supervisor, path.number());

        assertTrue(canaries.count() > 25, "only so many canaries were planted: " + canaries.count());
        assertFalse(
                canaries.in(caseworker
                                .open("/casefile/person.xhtml?number=" + path.number())
                                .text())
                        .isEmpty(),
                "the caseworker sees what she typed, or the search below would find nothing by fault of the test");

        Set<String> ofHers = new TreeSet<>();
        for (Visit knowing : List.of(police, supervisor, caseworker, unit, psychologist, lawyer)) {
            List<String> visited = Crawl.of(knowing, address -> note(knowing));
            List<String> same = visited.stream()
                    .map(address -> ofHer(address, path.number()))
                    .toList();
            same.stream().filter(address -> address.contains("=")).forEach(ofHers::add);
            Stream.concat(visited.stream(), same.stream()).distinct().forEach(address -> {
                String shown = knowing.get(address).text();
                notFor(knowing != psychologist, address, shown, Set.of("therapy"));
                notFor(knowing != lawyer, address, shown, Set.of("defence"));
                nothingBut(knowing == psychologist, address, shown, THE_PSYCHOLOGISTS);
                nothingBut(knowing == lawyer, address, shown, THE_LAWYERS);
                notFor(knowing == unit, address, shown, NOT_THE_UNITS);
                canaries.in(shown).stream()
                        .filter(field -> knowing == police && !OF_HER_REFERRAL.contains(field))
                        .forEach(field -> hits.add("police1 " + address + " shows " + field));
            });
            knowing.close();
        }
        for (DemoPerson other : EnumSet.complementOf(EnumSet.copyOf(KNOWING))) {
            try (Visit visit = watched(other)) {
                List<String> visited = Crawl.of(visit, address -> {
                    note(visit);
                    look(other + " " + address, visit.page().content());
                });
                Set<String> asked = new TreeSet<>(ofHers);
                visited.forEach(address -> asked.add(ofHer(address, path.number())));
                List<String> opened = ask(other, visit, asked);
                if (other == DemoPerson.finance_reviewer) {
                    assertTrue(
                            opened.contains(ofHer("/reimbursement/decide.xhtml?number=P-", path.number())),
                            () -> "her request waits with the reviewer: " + opened);
                }
            }
        }
        look("an address", String.join("\n", seen));
        hers.add(Database.texts(
                        "select p.pseudonym from himaye.person p join himaye.case_file c on c.person_id = p.id where c.case_number = ?",
                        path.number())
                .getFirst());
        audit(path.number());
        searchProfile(path.number());
        searchStatementTexts();
        hits.addAll(Search.tables("himaye", canaries));
        hits.addAll(Search.tables("keycloak", canaries));
        Path var = Himaye.stack().places().var();
        hits.addAll(Search.files(
                var, canaries, Himaye.stack().places().servers(), Himaye.stack().data(), var.resolve("launcher")));
        if (Himaye.stack().isOwn()) {
            searchStopped();
        }

        assertEquals(List.of(), hits);
    }

    /** The same page about her: her case, and what hangs on it where the address names that. */
    private static String ofHer(String address, String number) {
        String of = " where case_id = (select id from himaye.case_file where case_number = ?) limit 1";
        String same = address.replaceAll("=V-[^&]*", "=" + number);
        for (Map.Entry<String, String> each : Map.of(
                        "=P-[^&]*", "select reference from himaye.reimbursement_request" + of,
                        "=D-[^&]*", "select reference from himaye.disclosure" + of,
                        "=R-[^&]*", "select number from himaye.referral" + of,
                        "(?<=[?&]document)=[0-9a-f-]{36}", "select id::text from himaye.case_document" + of,
                        "(?<=[?&]contact)=[0-9a-f-]{36}",
                                "select p.id::text from himaye.contact_point p join himaye.case_file c on c.person_id = p.person_id"
                                        + " where c.case_number = ? limit 1",
                        "(?<=[?&]request)=[0-9a-f-]{36}", "select id::text from himaye.subject_request" + of)
                .entrySet()) {
            if (Pattern.compile(each.getKey()).matcher(same).find()) {
                same = same.replaceAll(
                        each.getKey(),
                        "=" + Database.texts(each.getValue(), number).getFirst());
            }
        }
        return same;
    }

    /** All at once, as a refusal waits for the beat. Whatever is answered shows nothing of hers; what was opened is told. */
    private List<String> ask(DemoPerson other, Visit visit, Set<String> addresses) {
        List<String> all = List.copyOf(addresses);
        List<?> answers = (List<?>) visit.page()
                .evaluate(
                        "all => Promise.all(all.map(async a => { const r = await fetch(a); return r.status + ' ' + await r.text(); }))",
                        all);
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String answer = String.valueOf(answers.get(i));
            look(other + " " + all.get(i), answer);
            if (answer.startsWith("200 ")) {
                opened.add(all.get(i));
            }
        }
        return opened;
    }

    /** One of each sort; the texts of the two that are one job's alone are told apart. */
    private void writeNotes(CasePath path, Visit supervisor, Visit caseworker, Visit psychologist, Visit lawyer) {
        String overview = "/casefile/overview.xhtml?number=" + path.number();
        for (String specialist : List.of("Psychologist 1", "Lawyer 1")) {
            supervisor.open(overview).choose("specialist", specialist).press("İşə cəlb et");
        }
        path.note(caseworker, "CASE");
        path.note(caseworker, "STATEMENT");
        path.note(psychologist, "HEALTH");
        writeAlone(psychologist, path.number(), "THERAPY", "therapy");
        writeAlone(lawyer, path.number(), "LAWYER", "defence");
    }

    /** What she asks in her words, and whom the answer would not tell of; taken back, as nobody has to see the answer here. */
    private void askHerself(Visit caseworker, Visit supervisor, String number) {
        caseworker.open("/subjectrequest/enter.xhtml?number=" + number);
        Form.of(caseworker, "enter")
                .texts(canaries::plant)
                .answer("kind", "ACCESS")
                .send();
        Form.of(caseworker, "verify")
                .answer("proof", "KNOWN_TO_WORKER")
                .answer("word", null)
                .send();
        Form.of(caseworker, "prepare")
                .texts(canaries::plant)
                .answer("outcome", "GRANTED")
                .answer("grounds", null)
                .send();
        String request = caseworker.page().url().substring(Himaye.address().length());
        supervisor
                .stepUp(DemoPerson.supervisor1, "/task/myday.xhtml")
                .open(request)
                .press("Şəxs özü mənə dedi");
        assertTrue(supervisor.text().contains("Sorğu geri götürüldü"), supervisor.text());
    }

    /** What is asked for in words is read by who decides, not by who keeps the register. */
    private void askFromOutside(Visit caseworker, String number) {
        caseworker.open("/disclosure/enter.xhtml?number=" + number);
        Form.of(caseworker, "enter")
                .texts(canaries::plant)
                .answer("organisation", "Bakı")
                .answer("purpose", "IDENTIFICATION")
                .answer("basis", "LEGAL_DUTY")
                .answer("documentNumber", "17/2026")
                .send();
        Form.of(caseworker, "check")
                .texts(canaries::plant)
                .answer("ground", "LEGAL_DUTY")
                .answer("consent", null)
                .send();
        assertTrue(caseworker.text().contains("Qərar gözləyir"), caseworker.text());
    }

    private void writeAlone(Visit author, String number, String sort, String field) {
        author.open("/note/write.xhtml?number=" + number + "&sort=" + sort);
        String text = canaries.plant(field, 1000);
        Form.of(author, "save").answer("text", text).send();
        assertTrue(author.shows(text), author.text());
    }

    /** A text within a file, in its title, and in the name that it had: that one is found nowhere at all. */
    private void addDocument(Visit caseworker, String number) {
        String name = canaries.plant("document.fileName", 100);
        byte[] content = SmallPdf.of(canaries.plant("document.content", 100));
        caseworker.open("/document/add.xhtml?number=" + number);
        caseworker
                .page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(name + ".pdf", "text/plain", content));
        Form.of(caseworker, "save")
                .answer("dataClass", null)
                .texts(canaries::plant)
                .send();
        caseworker.page().waitForURL("**/document/list.xhtml*");
        assertTrue(canaries.in(caseworker.text()).contains("title"), caseworker.text());
        assertFalse(canaries.in(caseworker.page().content()).contains("document.fileName"), "the name is not kept");
        Download kept = caseworker
                .page()
                .waitForDownload(
                        () -> caseworker.page().locator("main a[download]").click());
        try {
            assertArrayEquals(content, Files.readAllBytes(kept.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void notFor(boolean reader, String address, String shown, Set<String> fields) {
        canaries.in(shown).stream()
                .filter(field -> reader && fields.contains(field))
                .forEach(field -> hits.add(address + " shows " + field + " to somebody who has nothing to do with it"));
    }

    private void nothingBut(boolean reader, String address, String shown, Set<String> fields) {
        canaries.in(shown).stream()
                .filter(field -> reader && !fields.contains(field))
                .forEach(field -> hits.add(address + " shows " + field + " to somebody who works on something else"));
    }

    /** Why a case was opened in an emergency is read by who reviews it, not even by who wrote it. */
    private void openInEmergency(Visit supervisor, String number) {
        try (Visit duty = watched(DemoPerson.caseworker2)) {
            Database.change("update himaye.signin_session set second_factor_at = now() where ended_at is null");
            duty.open("/breakglass/start.xhtml");
            Form.of(duty, "start")
                    .answer("number", number)
                    .answer("reasonText", canaries.plant("breakglass.reasonText", 1000) + " gözləmək olmaz")
                    .send();
            assertTrue(duty.page().url().contains("/casefile/overview.xhtml"), duty.text());
            duty.press("İndi bitir");
        }
        supervisor.open("/breakglass/review.xhtml?number=" + number);
        assertEquals(List.of("breakglass.reasonText"), canaries.in(supervisor.text()));
        Form.of(supervisor, "save").texts(canaries::plant).send();
    }

    /** What is typed and not sent is kept by the server and read by nobody else. */
    private void leaveUnsent(Visit caseworker, String number) {
        String address = "/intake/contact.xhtml?number=" + number;
        caseworker.open(address);
        String unsent = canaries.plant("draft.whoMayAnswer", 120);
        caseworker.page().waitForResponse("**/draft", () -> {
            caseworker.fill("whoMayAnswer", unsent);
            caseworker.field("whoMayAnswer").blur();
        });
        assertEquals(unsent, caseworker.open(address).field("whoMayAnswer").inputValue(), "the draft was kept");
    }

    /** What the browser of a shared machine keeps when somebody has read, typed without sending, and signed out. */
    private void searchProfile(String number) throws IOException {
        Path profile = Files.createTempDirectory("himaye-profile");
        try (BrowserContext context = Himaye.browserOf(profile)) {
            Page page = context.newPage();
            page.navigate(Himaye.address() + "/");
            Visit.signIn(page, DemoPerson.caseworker1);
            page.navigate(Himaye.address() + "/casefile/person.xhtml?number=" + number);
            assertFalse(canaries.in(page.locator("body").innerText()).isEmpty(), "read");
            page.navigate(Himaye.address() + "/intake/contact.xhtml?number=" + number);
            page.locator("[id$='whoMayAnswer']").fill(canaries.plant("profile.whoMayAnswer", 120));
            page.navigate(Himaye.address() + "/task/myday.xhtml");
            page.locator("form[action='/signin/out'] button").first().click();
            page.waitForURL(url -> !url.contains("/task/"));
        }
        assertFalse(
                Search.files(profile, new HiddenForms().add("/casefile/person.xhtml"))
                        .isEmpty(),
                "it keeps where somebody was, or nothing would be found by fault of the test");
        hits.addAll(Search.files(profile, canaries));
    }

    /** The texts of all statements as the database collects them for whoever tunes it: with places for values, never with values. */
    private void searchStatementTexts() throws IOException {
        Database.change("create extension pg_stat_statements");
        try (Connection connection = Himaye.stack().superuser("himaye")) {
            byte[] texts = Search.rows(connection, "pg_stat_statements");
            assertTrue(new HiddenForms().add("update himaye.person").in(texts, texts.length), "it collects them");
            if (canaries.in(texts, texts.length)) {
                hits.add("pg_stat_statements");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            Database.change("drop extension pg_stat_statements");
        }
    }

    /** The files of the database, with its write-ahead log, while nobody writes to them. */
    private void searchStopped() {
        Himaye.stack().stopPostgres();
        try {
            hits.addAll(Search.files(Himaye.stack().data(), canaries));
        } finally {
            Himaye.stack().startPostgres();
        }
        try (Visit visit = Visit.ofStranger()) {
            Eventually.holds(
                    "pages answer again", () -> visit.get("/health/ready").status() == 200);
        }
    }

    private Visit watched(DemoPerson person) {
        Visit visit = Visit.of(person);
        visit.page().onRequest(request -> seen.add(request.url()));
        return visit;
    }

    private void note(Visit visit) {
        seen.add(visit.page().title());
        seen.add(visit.page().url());
    }

    private void look(String where, String text) {
        canaries.in(text).forEach(field -> hits.add(where + " shows " + field));
    }

    /**
     * Everything that the auditor is given about her, page by page and file by file: names of staff, and of hers nothing but the number of
     * the case. What was seen of the referral before there was a case is part of the story.
     */
    private void audit(String number) throws IOException {
        try (Visit auditor = watched(DemoPerson.auditor1)) {
            auditor.stepUp(DemoPerson.auditor1, "/accesslog/list.xhtml");
            String csv = Files.readString(taken(auditor, "export"));
            assertTrue(csv.lines().count() > 10, csv);

            String of = "?number=" + number;
            given(auditor, "/accesslog/list.xhtml" + of);
            Path rows = taken(auditor, "export");
            Path proofs = taken(auditor, "exportProofs");
            namesStaff(Files.readString(rows));
            given(auditor, "/accesslog/case.xhtml" + of);
            namesStaff(auditor.text());
            String event = auditor.page()
                    .locator("main a[href*='/accesslog/proof.xhtml']")
                    .last()
                    .getAttribute("href");
            given(auditor, "/accesslog/list.xhtml?who=Caseworker%201");
            given(auditor, "/accesslog/sample.xhtml" + of);
            auditor.fill("size", "12").press("Seç");
            auditor.page().waitForURL("**seed=**");
            look("the auditor's sample", auditor.page().content());
            taken(auditor, "export");
            taken(auditor, "exportProofs");
            Eventually.holds("a seal for " + event, () -> auditor.open(event).shows("Bu qeyd möhürlənən qeyddir"));
            given(auditor, event);
            Path proof = taken(auditor, "take");
            theVerifierAgrees(proof, proofs);

            given(auditor, "/audit/ask.xhtml" + of + "&who=" + DemoPerson.caseworker1.sub());
            auditor.fill("words", "Bu baxışlar nə üçün idi?").press("Soruş");
            auditor.page().waitForURL("**/audit/open.xhtml*");
            given(auditor, auditor.page().url().substring(Himaye.address().length()));
            assertTrue(auditor.shows("Caseworker 1"), auditor.text());
            given(auditor, "/audit/list.xhtml");
            given(auditor, "/unusual/list.xhtml");
            given(auditor, "/unusual/open.xhtml?id=" + unusual(number));
            assertTrue(auditor.shows("Caseworker 2"), auditor.text());
            given(auditor, "/disclosure/list.xhtml");
            given(
                    auditor,
                    "/disclosure/open.xhtml?number="
                            + Database.texts(
                                            "select d.reference from himaye.disclosure d join himaye.case_file c on c.id = d.case_id"
                                                    + " where c.case_number = ?",
                                            number)
                                    .getFirst());
        }
    }

    private static void namesStaff(String text) {
        for (String name : List.of("Police 1", "Supervisor 1", "Caseworker 1", "Psychologist 1", "Lawyer 1")) {
            assertTrue(text.contains(name), () -> name + " in " + text);
        }
    }

    /** A page; a file that it offers and that is not read here would be read by nobody. */
    private void given(Visit auditor, String address) {
        auditor.open(address);
        assertEquals(200, auditor.status(), address);
        read(address, auditor.page().content().getBytes(StandardCharsets.UTF_8));
        List<String> unread = auditor.page().locator("main [data-download], main a[download]").all().stream()
                .map(file -> file.getAttribute("id"))
                .filter(id -> !List.of("export", "exportProofs", "take").contains(id))
                .toList();
        assertEquals(List.of(), unread, address);
    }

    /** A file as the browser keeps it. */
    private Path taken(Visit auditor, String button) throws IOException {
        Download file = auditor.page()
                .waitForDownload(() -> auditor.page()
                        .locator("main button[id='" + button + "']")
                        .click());
        String name = file.suggestedFilename();
        assertTrue(name.matches(".*\\.(csv|tlog-proofs?)"), () -> name + ": how is the text of such a file read?");
        byte[] bytes = Files.readAllBytes(file.path());
        assertTrue(bytes.length > 100, name);
        read(name + " of " + auditor.page().url(), bytes);
        return file.path();
    }

    /** In whatever form: a proof holds its event in base64. */
    private void read(String where, byte[] bytes) {
        if (canaries.in(bytes, bytes.length) || hers.in(bytes, bytes.length)) {
            hits.add("the auditor is given something of hers: " + where);
        }
    }

    /** As the round of the night keeps it. */
    private static String unusual(String number) {
        String machine = "'00000000-0000-0000-0000-000000000000'";
        Database.change(
                "insert into himaye.unusual_access (id, version, created_at, created_by, updated_at, updated_by, rule, cause, account, day,"
                        + " case_id, case_number, events, first_at, last_at, accesses) select gen_random_uuid(), 0, now(), "
                        + machine + ", now(), " + machine + ", 'NO_RELATION', 'URGENT', e.actor,"
                        + " (now() at time zone 'Asia/Baku')::date, c.id, c.case_number, string_agg(e.seq::text, ' ' order by e.seq),"
                        + " min(e.at), max(e.at), count(*) from himaye.case_file c join himaye.access_event e on e.actor = '"
                        + DemoPerson.caseworker2.sub()
                        + "' and exists (select from himaye.access_event_case l where l.event_id = e.id and l.case_id = c.id)"
                        + " where c.case_number = '" + number
                        + "' group by e.actor, c.id, c.case_number on conflict do nothing");
        return Database.texts("select id::text from himaye.unusual_access where case_number = ?", number)
                .getFirst();
    }

    /** Every line of a proof counts, and one byte of many proofs. */
    private static void theVerifierAgrees(Path proof, Path many) throws IOException {
        Path key = Files.writeString(
                Files.createTempFile("log", ".vkey"),
                Database.texts("select concat_ws(E'\n', earlier_keys, log_key) from himaye.log_position")
                        .getFirst());
        assertEquals("0", verified(proof, key));
        assertEquals("0", verified(many, key));
        List<String> lines = Files.readAllLines(proof);
        String origin = lines.get(lines.indexOf("") + 1);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean ofWitness = line.startsWith("— ") && !line.startsWith("— " + origin + " ");
            if (!line.isEmpty() && !ofWitness) {
                assertEquals("1", verified(changed(proof, lines, i), key), line);
            }
        }
        List<String> all = Files.readAllLines(many);
        int last = all.size() - 1;
        while (!all.get(last).startsWith("extra ")) {
            last--;
        }
        assertEquals("1", verified(changed(many, all, last), key), "one byte of the last of many");
    }

    private static Path changed(Path file, List<String> lines, int at) throws IOException {
        List<String> other = new ArrayList<>(lines);
        char[] line = lines.get(at).toCharArray();
        int middle = line.length / 2;
        line[middle] = line[middle] == 'A' ? 'B' : 'A';
        other.set(at, new String(line));
        return Files.write(file.resolveSibling(file.getFileName() + ".changed"), other);
    }

    /** The exit code of the program that shares nothing with the server. */
    private static String verified(Path proofs, Path key) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = Main.run(List.of("verify-proof", proofs.toString(), "--key", key.toString()), out, out);
        return code == 2 ? said.toString(StandardCharsets.UTF_8) : String.valueOf(code);
    }
}
