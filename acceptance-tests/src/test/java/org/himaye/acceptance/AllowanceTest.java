package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.himaye.acceptance.AccessEvents.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SC-05: an allowance and the separation of duties. */
class AllowanceTest {

    private static final String IBAN = "AZ21NABZ00000000137010001944";
    private static final String PAYEE = "Rüxsarə İsmayılova";
    private static final Pattern REFERENCE = Pattern.compile("P-[0-9A-Z]{6}-[0-9A-Z]");
    private static final String TODAY =
            LocalDate.now(ZoneId.of("Asia/Baku")).format(DateTimeFormatter.ofPattern("dd.MM.yyyy"));

    /** Room for the allowances of one test, whatever the others spent. */
    @BeforeEach
    void enoughMoney() {
        Database.change("update himaye.budget_source set ceiling = 60000");
    }

    private static String bankNumber() {
        return "TT" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
    }

    private static Visit form(CaseRows rows) {
        Visit visit = Visit.of(DemoPerson.caseworker1);
        visit.open("/reimbursement/request.xhtml?number=" + rows.number());
        assertEquals(200, visit.status());
        return visit.fill("amount", "700,00").fill("payeeName", PAYEE).fill("iban", IBAN);
    }

    private static String requested(CaseRows rows) {
        try (Visit visit = form(rows).press("Sorğunu göndər")) {
            return reference(visit);
        }
    }

    private static String reference(Visit visit) {
        Matcher found = REFERENCE.matcher(visit.text());
        assertTrue(found.find(), visit.text());
        return found.group();
    }

    private static Visit desk(DemoPerson person, String reference) {
        Visit visit = Visit.of(person).open("/reimbursement/decide.xhtml?number=" + reference);
        assertEquals(200, visit.status());
        return visit;
    }

    private static void step(DemoPerson person, String reference, String button) {
        try (Visit visit = desk(person, reference).press(button)) {
            assertTrue(visit.page().url().contains("/reimbursement/queue.xhtml"), visit.text());
        }
    }

    private static String reviewed(CaseRows rows) {
        String reference = requested(rows);
        step(DemoPerson.supervisor1, reference, "Yoxlanılmış kimi qeyd et");
        return reference;
    }

    private static String approved(CaseRows rows) {
        String reference = reviewed(rows);
        step(DemoPerson.finance_approver, reference, "Təsdiq et");
        return reference;
    }

    private static String state(String reference) {
        return Database.texts("select state from himaye.reimbursement_request where reference = ?", reference)
                .get(0);
    }

    private static String amount(String column) {
        return Database.texts("select sum(" + column + ") from himaye.budget_source")
                .get(0);
    }

    @Test
    void fourPeopleBringItFromTheRequestToThePayment() {
        CaseRows rows = CaseRows.active("IDENTIFIED");
        double committed = Double.parseDouble(amount("committed"));
        double paid = Double.parseDouble(amount("paid"));

        String reference;
        try (Visit visit = form(rows)) {
            visit.picture("allowance-request");
            visit.press("Sorğunu göndər");
            reference = reference(visit);
            visit.picture("allowance-case");
            assertTrue(visit.shows("Sorğu göndərilib"));
        }
        try (Visit visit = desk(DemoPerson.supervisor1, reference)) {
            visit.picture("allowance-review");
            assertTrue(visit.shows("••••••44"));
            assertFalse(visit.shows(IBAN));
            assertFalse(visit.shows(PAYEE));
            visit.press("Yoxlanılmış kimi qeyd et").picture("allowance-queue-supervisor");
        }
        try (Visit visit = Visit.of(DemoPerson.finance_approver).open("/reimbursement/queue.xhtml")) {
            visit.picture("allowance-queue-approver");
            visit.follow(reference);
            visit.picture("allowance-approve");
            assertTrue(visit.shows("60"), "the line's figures");
            visit.press("Təsdiq et");
        }
        assertEquals(committed + 700, Double.parseDouble(amount("committed")));
        try (Visit visit = desk(DemoPerson.finance_payer, reference)) {
            assertFalse(visit.shows(PAYEE));
            visit.page().locator("input[name='purpose']").first().check();
            visit.press("30 dəqiqə göstər");
            assertTrue(visit.shows(PAYEE));
            assertTrue(visit.shows(IBAN));
            visit.picture("allowance-pay");
            visit.fill("paidOn", TODAY).fill("bankReference", bankNumber()).press("Ödənilmiş kimi qeyd et");
        }
        assertEquals("PAID", state(reference));
        assertEquals(paid + 700, Double.parseDouble(amount("paid")));
        assertEquals(
                List.of("REQUEST", "REVIEW", "APPROVE", "PAY"),
                Database.texts(
                        "select d.step from himaye.reimbursement_decision d join himaye.reimbursement_request r on r.id = d.request_id"
                                + " where r.reference = ? order by d.created_at",
                        reference));
        try (Visit visit = desk(DemoPerson.finance_approver, reference)) {
            assertFalse(visit.shows("700"), "only number and state after the step");
            visit.picture("allowance-after");
        }
        try (Visit visit = desk(DemoPerson.caseworker1, reference)) {
            assertTrue(visit.shows("Ödənilib"));
            visit.picture("allowance-paid");
        }
    }

    @Test
    void onAPhone() {
        CaseRows rows = CaseRows.active("IDENTIFIED");
        String reference = requested(rows);
        try (Visit visit = Visit.onPhone(DemoPerson.supervisor1)) {
            visit.open("/reimbursement/case.xhtml?number=" + rows.number()).picture("phone-allowance-case");
            visit.open("/reimbursement/queue.xhtml").picture("phone-allowance-queue");
            visit.open("/reimbursement/decide.xhtml?number=" + reference).picture("phone-allowance-review");
        }
        try (Visit visit = Visit.onPhone(DemoPerson.caseworker1)) {
            visit.open("/reimbursement/request.xhtml?number=" + rows.number()).picture("phone-allowance-request");
        }
    }

    @Test
    void everyViewOfARequestIsOneEventAndASecondPersonsNameNeedsAPurpose() {
        String reference = reviewed(CaseRows.active("IDENTIFIED"));
        AccessEvents events = AccessEvents.fromNow();
        try (Visit visit = desk(DemoPerson.finance_approver, reference)) {
            assertTrue(visit.shows("700,00"));
        }
        List<Event> seen = events.of(DemoPerson.finance_approver).stream()
                .filter(event -> event.act().equals("reimbursement.read"))
                .toList();
        assertEquals(1, seen.size());
        assertEquals("MASKED", seen.get(0).outcome());
        assertEquals(1, seen.get(0).cases());
        assertFalse(seen.get(0).fields().contains("reimbursement_request.payeeName"));
    }

    @Test
    void financeNeverOpensTheCase() {
        CaseRows rows = CaseRows.active("IDENTIFIED");
        requested(rows);
        for (DemoPerson person :
                List.of(DemoPerson.finance_reviewer, DemoPerson.finance_approver, DemoPerson.finance_payer)) {
            try (Visit visit = Visit.of(person)) {
                assertEquals(
                        404,
                        visit.open("/reimbursement/case.xhtml?number=" + rows.number())
                                .status());
            }
        }
    }

    @Test
    void whoseTurnItIsNotSeesNothing() {
        String reference = requested(CaseRows.active("IDENTIFIED"));
        for (DemoPerson person : List.of(
                DemoPerson.finance_approver,
                DemoPerson.finance_payer,
                DemoPerson.supervisor2,
                DemoPerson.caseworker2,
                DemoPerson.police1,
                DemoPerson.auditor1)) {
            try (Visit visit = Visit.of(person)) {
                assertEquals(
                        404,
                        visit.open("/reimbursement/decide.xhtml?number=" + reference)
                                .status(),
                        person.name());
            }
        }
    }

    /** SC-08: the later of two reviewers is told; who never had it on the desk learns nothing. */
    @Test
    void whoseColleagueWasFasterIsToldAndKeepsTheAnswer() {
        String reference = requested(CaseRows.active("IDENTIFIED"));
        try (Visit slow = desk(DemoPerson.finance_reviewer, reference)) {
            slow.choose("returnReason", "Bank məlumatları aydın deyil");
            step(DemoPerson.supervisor1, reference, "Yoxlanılmış kimi qeyd et");

            slow.press("Geri qaytar");

            assertTrue(slow.shows("Həmkarınız artıq qərar verib"), slow.text());
            assertTrue(slow.shows("Bank məlumatları aydın deyil"), "her answer stays: " + slow.text());
            assertFalse(slow.shows("700,00"), "only number and state");
            assertEquals("REVIEWED", state(reference), "nothing is overwritten");
            slow.picture("allowance-overtaken");
            assertEquals(
                    404,
                    slow.open("/reimbursement/decide.xhtml?number=" + reference).status());
        }
    }

    @Test
    void aPresumedPersonsRequestCanBeKeptButNotSent() {
        CaseRows rows = CaseRows.active("PRESUMED");
        try (Visit visit = form(rows).press("Sorğunu göndər")) {
            assertTrue(visit.shows("statusu lazımdır"));
            visit.picture("allowance-not-yet");
            assertEquals(IBAN, visit.field("iban").inputValue());
            visit.press("Qaralama saxla");
            assertEquals("DRAFT", state(reference(visit)));
        }
    }

    @Test
    void aSecondOneTimeAllowanceIsRefusedInANewCaseToo() {
        CaseRows first = CaseRows.active("IDENTIFIED");
        approved(first);
        try (Visit visit =
                form(CaseRows.another(first.personId(), "IDENTIFIED")).press("Sorğunu göndər")) {
            assertTrue(visit.shows("bir dəfə verilir"), visit.text());
        }
        assertEquals(
                1,
                Database.number(
                        "select count(*) from himaye.reimbursement_request where person_id = ?", first.personId()));
    }

    @Test
    void whatIsNoAmountOrNoAccountIsSaidBesideTheField() {
        try (Visit visit = form(CaseRows.active("IDENTIFIED"))) {
            for (String amount : List.of("700.005", "-1", "1.000", "0", "1e3", "99999999999", "701,00")) {
                visit.fill("amount", amount).press("Sorğunu göndər");
                assertTrue(visit.field("amount-error").isVisible(), amount);
                assertEquals(IBAN, visit.field("iban").inputValue());
            }
            visit.picture("allowance-wrong-amount");
            visit.fill("amount", "700.00")
                    .fill("iban", "AZ22NABZ00000000137010001944")
                    .press("Sorğunu göndər");
            assertTrue(visit.field("iban-error").isVisible());
            assertEquals("AZ22NABZ00000000137010001944", visit.field("iban").inputValue());
            visit.picture("allowance-wrong-iban");
            visit.fill("iban", "").press("Sorğunu göndər");
            assertTrue(visit.field("iban-error").isVisible());
            visit.fill("iban", "AZ21 NABZ 0000 0000 1370 1000 1944").press("Sorğunu göndər");
            assertEquals("REQUESTED", state(reference(visit)));
        }
    }

    @Test
    void whatCameBackIsCorrectedAndSentAgain() {
        String reference = requested(CaseRows.active("IDENTIFIED"));
        try (Visit visit = desk(DemoPerson.supervisor1, reference)) {
            visit.press("Geri qaytar");
            assertTrue(visit.field("returnReason-error").isVisible());
            visit.choose("returnReason", "Bank məlumatları aydın deyil").press("Geri qaytar");
        }
        assertEquals("RETURNED", state(reference));
        try (Visit visit = desk(DemoPerson.caseworker1, reference)) {
            assertTrue(visit.shows("Bank məlumatları aydın deyil"));
            visit.follow("Davam et");
            assertEquals(IBAN, visit.field("iban").inputValue());
            visit.press("Sorğunu göndər");
        }
        assertEquals("REQUESTED", state(reference));
    }

    @Test
    @Tag("ASVS-2.3.4")
    void aDoubleClickMakesOneRequestAndOnePayment() {
        CaseRows rows = CaseRows.active("IDENTIFIED");
        try (Visit visit = form(rows)) {
            visit.twice("send");
        }
        assertEquals(
                1,
                Database.number("select count(*) from himaye.reimbursement_request where case_id = ?", rows.caseId()));
        String reference = Database.texts(
                        "select reference from himaye.reimbursement_request where case_id = ?", rows.caseId())
                .get(0);
        step(DemoPerson.supervisor1, reference, "Yoxlanılmış kimi qeyd et");
        step(DemoPerson.finance_approver, reference, "Təsdiq et");
        double paid = Double.parseDouble(amount("paid"));
        try (Visit visit = desk(DemoPerson.finance_payer, reference)) {
            visit.withPurpose();
            visit.fill("paidOn", TODAY).fill("bankReference", bankNumber());
            visit.twice("pay");
        }
        assertEquals("PAID", state(reference));
        assertEquals(paid + 700, Double.parseDouble(amount("paid")));
    }

    @Test
    void aBankNumberIsBookedOnceAndNothingIsPaidTomorrow() {
        String number = bankNumber();
        String first = approved(CaseRows.active("IDENTIFIED"));
        String second = approved(CaseRows.active("IDENTIFIED"));
        try (Visit visit = desk(DemoPerson.finance_payer, first)) {
            visit.withPurpose();
            visit.fill("paidOn", "01.01.2099").fill("bankReference", number).press("Ödənilmiş kimi qeyd et");
            assertTrue(visit.field("paidOn-error").isVisible());
            visit.fill("paidOn", TODAY).press("Ödənilmiş kimi qeyd et");
        }
        assertEquals("PAID", state(first));
        refusedAsBooked(second, number);
        String unkeyed = "encode(sha256(convert_to('himaye-bank-reference|" + number + "', 'UTF8')), 'hex')";
        assertEquals(
                0,
                Database.number(
                        "select count(*) from himaye.reimbursement_instalment where bank_fingerprint = " + unkeyed),
                "whoever knows the bank's numbers finds no case by them in a copy of the database");
        Database.change("update himaye.reimbursement_instalment i set bank_fingerprint = " + unkeyed
                + " from himaye.reimbursement_request r where r.id = i.request_id and r.reference = '" + first + "'");
        refusedAsBooked(second, number);
    }

    private static void refusedAsBooked(String reference, String number) {
        try (Visit visit = desk(DemoPerson.finance_payer, reference)) {
            visit.withPurpose();
            visit.fill("paidOn", TODAY)
                    .fill("bankReference", number.toLowerCase())
                    .press("Ödənilmiş kimi qeyd et");
            assertTrue(visit.field("bankReference-error").isVisible());
            visit.picture("allowance-bank-number-used");
        }
        assertEquals("APPROVED", state(reference));
    }

    @Test
    @Tag("ASVS-2.3.4")
    @Tag("ASVS-15.4.2")
    void ofTwoApprovalsAtOnceOnAShortLineExactlyOneSucceeds() {
        List<String> references =
                List.of(reviewed(CaseRows.active("IDENTIFIED")), reviewed(CaseRows.active("IDENTIFIED")));
        Database.change("update himaye.budget_source set ceiling = committed + 900");
        try (Visit visit = desk(DemoPerson.finance_approver, references.get(0))) {
            BrowserContext context = visit.context();
            Page other = context.newPage();
            other.navigate(Himaye.address() + "/reimbursement/decide.xhtml?number=" + references.get(1));
            String start = """
                    () => {
                      const button = document.getElementById('approve');
                      const body = new URLSearchParams(new FormData(button.form));
                      body.append(button.name, button.value);
                      window.answer = fetch(button.form.action, {method: 'POST', body, credentials: 'same-origin'}).then(r => r.text());
                    }""";
            visit.page().evaluate(start);
            other.evaluate(start);
            String texts = visit.page().evaluate("() => window.answer") + "" + other.evaluate("() => window.answer");
            assertTrue(texts.contains("200,00"), "the later one is told what is left");
        }
        assertEquals(
                List.of("APPROVED", "REVIEWED"),
                references.stream().map(AllowanceTest::state).sorted().toList());
    }

    @Test
    void aClosedYearBlocksTheApprovalAndNotTheRequest() {
        String reference = reviewed(CaseRows.active("IDENTIFIED"));
        Database.change("update himaye.budget_source set closed = true");
        try (Visit visit = desk(DemoPerson.finance_approver, reference).press("Təsdiq et")) {
            assertTrue(visit.shows("açıq deyil"), visit.text());
            visit.picture("allowance-closed-year");
        } finally {
            Database.change("update himaye.budget_source set closed = false");
        }
        assertEquals("REVIEWED", state(reference));
    }

    @Test
    void whatIsWithdrawnGivesTheMoneyBackAndMakesRoomForANewRequest() {
        CaseRows rows = CaseRows.active("IDENTIFIED");
        String reference = approved(rows);
        double committed = Double.parseDouble(amount("committed"));
        try (Visit visit = desk(DemoPerson.caseworker1, reference)) {
            visit.choose("cancelReason", "Şəxsin öz istəyi").press("Sorğunu geri götür");
        }
        assertEquals("CANCELLED", state(reference));
        assertEquals(committed - 700, Double.parseDouble(amount("committed")));
        assertEquals("REQUESTED", state(requested(rows)));
    }
}
