package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SC-07 on its pages; rights, consents and the log are shown in the container (domain.md 4.3, ADR 31). */
class DisclosureTest {

    private static final String OPEN = "/disclosure/open.xhtml?number=";
    private static final String PRIVATE = "Sığınacağın ünvanı və bütün tarixçə";

    private final CaseRows rows = CaseRows.active("PRESUMED");

    @Test
    void anotherPersonDecidesThePersonIsToldAndOneFieldGoes() throws Exception {
        try (Visit caseworker = Visit.of(DemoPerson.caseworker1);
                Visit supervisor = Visit.of(DemoPerson.supervisor1)) {
            fresh();
            String letter =
                    enter(caseworker, rows.number(), "PROSECUTOR", "PROSECUTION_REQUEST", "PROSECUTION_DECISION", null);
            String stranger =
                    enter(caseworker, null, "PROSECUTOR", "PROSECUTION_REQUEST", "PROSECUTION_DECISION", null);
            caseworker.open(OPEN + letter);
            Form.of(caseworker, "check")
                    .answer("ground", "PROSECUTION_DECISION")
                    .answer("consent", null)
                    .send();
            assertTrue(caseworker.shows("Qərarın nömrəsi və tarixi olmadan əsas yoxdur"), caseworker.text());
            for (String each : List.of(letter, stranger)) {
                caseworker.open(OPEN + each);
                caseworker.press("Əsas tapılmadı");
                supervisor.open(OPEN + each);
                Form.of(supervisor, "refuse").answer("refused", "NO_BASIS").send();
                assertTrue(supervisor.shows("heç nəyi təsdiq etmir"), supervisor.text());
            }
            for (String language : List.of("az", "en", "ru")) {
                assertEquals(
                        letter(supervisor, letter, language),
                        letter(supervisor, stranger, language),
                        "confirms nothing");
            }

            String court = enter(caseworker, rows.number(), "COURT", "COURT_ORDER", "COURT_DECISION", "17/2026");
            Form.of(caseworker, "check")
                    .answer("ground", "COURT_DECISION")
                    .answer("consent", null)
                    .send();
            assertEquals(
                    0, caseworker.page().locator("main button[id$='decide']").count(), "not alone");
            supervisor.open(OPEN + court);
            Form.of(supervisor, "decide")
                    .answer("fields", "STATEMENT_DATE")
                    .answer("expiresOn", null)
                    .send();
            caseworker.open(OPEN + court);
            assertEquals(
                    0, caseworker.page().locator("main button[id$='makePdf']").count(), "not before she was told");
            Form.of(caseworker, "inform")
                    .answer("informing", "BEFORE")
                    .answer("informingReason", null)
                    .send();
            byte[] pdf = download(caseworker);
            assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
            caseworker.open(OPEN + court);
            onlyWhatWasDecided(Paper.of(pdf), court);
            assertEquals(
                    List.of(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(pdf))),
                    caseworker.page().locator("main code").allInnerTexts(),
                    "a line of the register");
            Form.of(caseworker, "send").answer("channel", "COURIER").send();
            assertTrue(caseworker.shows("Göndərilib, şəxs bilir"), caseworker.text());
            caseworker.picture("disclosure");
            register(court);
        }
    }

    private void onlyWhatWasDecided(String text, String number) {
        for (String line : List.of(
                "Nəsimi rayonu · " + number,
                "17/2026",
                "İfadənin tarixi",
                "Başqasına ötürülməsi",
                "məhv edilməlidir")) {
            assertTrue(text.contains(line), text);
        }
        for (String other : List.of(rows.number(), PRIVATE, "Sınaq", "Təxəllüs", "Cins", "Öz sözləri", "Sığınacaq")) {
            assertFalse(text.contains(other), text);
        }
    }

    /** SC-07, negatives: for another class, for another request, and over since yesterday. */
    @Test
    void aConsentThatDoesNotHoldCarriesNothing() {
        try (Visit caseworker = Visit.of(DemoPerson.caseworker1);
                Visit supervisor = Visit.of(DemoPerson.supervisor1)) {
            fresh();
            String elsewhere =
                    enter(caseworker, rows.number(), "SCHOOL", "REFERRAL_SERVICE", "CONSENT", null, "GIVEN_NAME");
            String foreign = agree(caseworker, elsewhere, "IDENTITY");
            String asked = enter(caseworker, rows.number(), "LAWYER", "LEGAL_AID", "CONSENT", null, "STATEMENT");
            String identity = agree(caseworker, asked, "IDENTITY");
            check(caseworker, asked, identity);
            assertTrue(caseworker.shows("Razılıq istənilən məlumatı əhatə etmir."), caseworker.text());

            String held = agree(caseworker, asked, "NARRATIVE");
            caseworker.open(OPEN + asked);
            caseworker
                    .page()
                    .evaluate(
                            "id => { document.querySelector('[id$=consent] option:last-child').value = id; }", foreign);
            check(caseworker, null, foreign);
            assertTrue(caseworker.shows("Siyahıdakı cavablardan birini seçin."), caseworker.text());
            assertTrue(caseworker.shows("Yoxlama gözləyir"), caseworker.text());

            check(caseworker, asked, held);
            supervisor.open(OPEN + asked);
            Form.of(supervisor, "decide")
                    .answer("fields", "STATEMENT")
                    .answer("expiresOn", null)
                    .send();
            caseworker.open(OPEN + asked);
            Form.of(caseworker, "inform")
                    .answer("informing", "BEFORE")
                    .answer("informingReason", null)
                    .send();
            Database.change(
                    "update himaye.consent set valid_to = (now() at time zone 'Asia/Baku')::date - 1 where id = '"
                            + held + "'");
            caseworker.open(OPEN + asked).field("makePdf").click();
            caseworker.page().waitForLoadState();
            assertTrue(caseworker.shows("Bu razılıq qüvvədə deyil. Şəxsdən yenidən soruşun."), caseworker.text());
            assertEquals(0, caseworker.page().locator("main code").count(), "what was refused left no line");
        }
    }

    /** @return its id */
    private static String agree(Visit caseworker, String number, String dataClass) {
        caseworker.open("/disclosure/agree.xhtml?number=" + number);
        Form.of(caseworker, "answer")
                .answer("classes", dataClass)
                .answer("interpreter", "false")
                .answer("interpreterIsParty", null)
                .answer("validTo", null)
                .send();
        return Database.texts("select id::text from himaye.consent order by created_at desc limit 1")
                .getFirst();
    }

    /** @param number null where the page is open */
    private static void check(Visit caseworker, String number, String consent) {
        if (number != null) {
            caseworker.open(OPEN + number);
        }
        Form.of(caseworker, "check")
                .answer("ground", "CONSENT")
                .answer("consent", consent)
                .send();
    }

    private static String enter(
            Visit caseworker, String number, String receiver, String purpose, String basis, String document) {
        return enter(caseworker, number, receiver, purpose, basis, document, "STATEMENT_DATE");
    }

    private static String enter(
            Visit caseworker,
            String number,
            String receiver,
            String purpose,
            String basis,
            String document,
            String field) {
        caseworker.open("/disclosure/enter.xhtml" + (number == null ? "" : "?number=" + number));
        Form.of(caseworker, "enter")
                .answer("receiver", receiver)
                .answer("organisation", "Nəsimi rayonu")
                .answer("purpose", purpose)
                .answer("basis", basis)
                .answer("documentNumber", document)
                .answer("documentDate", document == null ? null : "01.11.2026")
                .answer("fields", field)
                .answer("wanted", PRIVATE)
                .send();
        String url = caseworker.page().url();
        assertTrue(url.contains(OPEN), caseworker.text());
        return url.substring(url.indexOf("number=") + "number=".length());
    }

    private static String letter(Visit visit, String number, String language) {
        visit.open("/disclosure/refusal.xhtml?number=" + number + "&language=" + language);
        String text = visit.page().locator(".cw-paper").innerText();
        assertTrue(text.contains(number), text);
        return text.replace(number, "D");
    }

    private static byte[] download(Visit caseworker) throws IOException {
        Download file = caseworker
                .page()
                .waitForDownload(() -> caseworker
                        .page()
                        .locator("main button[id$='makePdf']")
                        .first()
                        .click());
        return Files.readAllBytes(file.path());
    }

    private static void register(String number) {
        try (Visit auditor = Visit.of(DemoPerson.auditor1)) {
            auditor.open("/disclosure/list.xhtml?receiver=COURT");
            assertTrue(auditor.shows(number), auditor.text());
            auditor.open(OPEN + number);
            assertFalse(auditor.shows(PRIVATE), auditor.text());
            assertEquals(0, auditor.page().locator("main form button").count(), "nothing to press");
        }
    }

    /** Everybody who is signed in has just given a code. */
    private static void fresh() {
        Database.change("update himaye.signin_session set second_factor_at = now() where ended_at is null");
    }
}
