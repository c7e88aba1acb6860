package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SC-07 on its pages; rights, consents and the log are shown in the container (domain.md 4.3, ADR 31). */
class DisclosureTest {

    private static final String OPEN = "/disclosure/open.xhtml?number=";
    private static final String PRIVATE = "Sığınacağın ünvanı və bütün tarixçə";

    private final CaseRows rows = CaseRows.active("PRESUMED");

    @Test
    void anotherPersonDecidesThePersonIsToldAndOneFieldGoes() throws IOException {
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
            assertEquals(1, caseworker.page().locator("main code").count(), "a line of the register");
            Form.of(caseworker, "send").answer("channel", "COURIER").send();
            assertTrue(caseworker.shows("Göndərilib, şəxs bilir"), caseworker.text());
            caseworker.picture("disclosure");
            register(court);
        }
    }

    private static String enter(
            Visit caseworker, String number, String receiver, String purpose, String basis, String document) {
        caseworker.open("/disclosure/enter.xhtml" + (number == null ? "" : "?number=" + number));
        Form.of(caseworker, "enter")
                .answer("receiver", receiver)
                .answer("organisation", "Nəsimi rayonu")
                .answer("purpose", purpose)
                .answer("basis", basis)
                .answer("documentNumber", document)
                .answer("documentDate", document == null ? null : "01.11.2026")
                .answer("fields", "STATEMENT_DATE")
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
