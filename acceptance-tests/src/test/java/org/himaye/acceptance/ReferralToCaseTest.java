package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.himaye.acceptance.AccessEvents.Event;
import org.himaye.confidentiality.SmallPdf;
import org.himaye.shared.CheckedNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SC-01 whole: a person referred from the roadside is recorded, protected and identified; what each of them sees is in the log. */
class ReferralToCaseTest {

    private static final Pattern RECEIPT = Pattern.compile("R-[0-9A-Z]{6}-[0-9A-Z]");
    private static final Pattern CASE = Pattern.compile("V-[0-9A-Z]{6}-[0-9A-Z]");
    private static final String FORCED = "İşləməyə məcbur edilir, gedə bilməyəcəyini düşünür";
    private static final String NO_DOCUMENT = "Sənədi yoxdur, saxtadır və ya başqasındadır";
    private static final String INSTRUCTED = "Göstərişlə davranır, az və ya heç pul almır";
    private static final String SHELTER = "“Bakı” sığınacağı";
    private static final String PHONE = "+994 12 555 01 02";
    private static final String CONCLUSION = "Pasportu sahibkardadır, iki aydır pul almır.";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Baku"));

    private static String in(int months) {
        return TODAY.plusMonths(months).format(DateTimeFormatter.ofPattern("dd.MM.yyyy"));
    }

    @Test
    void aPersonIsReferredRecordedProtectedAndIdentified() {
        String receipt;
        String number;
        try (Visit police = Visit.onPhone(DemoPerson.police1)) {
            receipt = police(police);
        }
        try (Visit supervisor = Visit.of(DemoPerson.supervisor1)) {
            number = accepted(supervisor, receipt);
        }
        try (Visit caseworker = Visit.of(DemoPerson.caseworker1)) {
            beginIntake(caseworker, number);
        }
        try (Visit caseworker = Visit.of(DemoPerson.caseworker1)) {
            goOn(caseworker, number);
            complete(caseworker, number);
            notifyTheUnit(caseworker, number);
        }
        try (Visit unit = Visit.of(DemoPerson.identification1)) {
            identify(unit, number);
        }
        assertEquals(List.of("IDENTIFIED"), of(number, "identification_status"));
        try (Visit police = Visit.onPhone(DemoPerson.police1)) {
            seesStateAndTimesOnly(police, receipt, number);
        }
    }

    private static String police(Visit police) {
        minimumSet(police, FORCED, NO_DOCUMENT, INSTRUCTED);
        long before = sent();
        police.field("send").dblclick();
        police.page().waitForURL(Pattern.compile(".*receipt.*"));
        assertEquals(before + 1, sent(), "a double click makes one referral");
        assertTrue(police.shows("152"));
        assertTrue(police.shows("102"));
        police.picture("sc01-receipt-phone");
        return found(RECEIPT, police.text());
    }

    private static String accepted(Visit supervisor, String receipt) {
        Witness witness = new Witness(DemoPerson.supervisor1, supervisor);
        witness.opens("/task/myday.xhtml?list=WAITING");
        assertTrue(supervisor.shows(receipt), "my day");
        witness.opens("/referral/inbox.xhtml");
        assertTrue(supervisor.turnsTo(receipt), "what arrived");
        Event event = witness.opens("/referral/decide.xhtml?number=" + receipt);
        assertTrue(supervisor.shows(FORCED));
        assertTrue(event.fields().contains("referral.indicators"), event.toString());
        supervisor.press("Alındığını təsdiqlə");
        assertEquals(
                1,
                Database.number(
                        "select count(*) from himaye.referral where number = ? and acknowledged_at <= acknowledge_due_at",
                        receipt));
        supervisor.choose("caseworker", "Caseworker 1");
        supervisor.field("capacityChecked").check();
        supervisor.field("safetyChecked").check();
        supervisor.press("Qəbul et və iş aç");
        String number = found(CASE, supervisor.text());
        assertEquals(List.of("INTAKE"), of(number, "status"));
        assertEquals(
                "case.read",
                witness.opens("/casefile/overview.xhtml?number=" + number).act());
        return number;
    }

    private static void beginIntake(Visit caseworker, String number) {
        Witness witness = new Witness(DemoPerson.caseworker1, caseworker);
        witness.opens("/casefile/list.xhtml");
        while (!caseworker.shows(number)) {
            caseworker.follow("Növbəti");
        }
        String of = "?number=" + number;
        witness.opens("/casefile/overview.xhtml" + of);
        witness.opens("/referral/told.xhtml" + of);
        assertTrue(caseworker.shows(FORCED), "what the sender told is not asked again");
        witness.opens("/intake/overview.xhtml" + of);

        witness.opens("/intake/rights.xhtml" + of);
        Form.of(caseworker, "save").answer("interpreter", "false").send();
        witness.opens("/intake/safety.xhtml" + of);
        assertTrue(caseworker.shows("Göndərişdə deyilənlər"), "BR-034: the way to what the sender told");
        Form.of(caseworker, "save")
                .answer("immediateDanger", "true")
                .answer("urgentHealth", "false")
                .send();
        witness.opens("/intake/person.xhtml" + of);
        Form.of(caseworker, "save")
                .answer("anonymous", null)
                .answer("dateOfBirth", "17.03.1987")
                .answer("ageStated", null)
                .answer("ageBasis", "STATED")
                .answer("nationalityStatus", "CITIZEN_AZ")
                .answer("countries", null)
                .texts((id, length) -> "Aytənə")
                .send();
        witness.opens("/intake/contact.xhtml" + of);
        Form.of(caseworker, "save")
                .answer("value", "+994 50 555 12 34")
                .answer("validTo", in(2))
                .send();
        assertEquals(List.of(), errors(caseworker));

        witness.opens("/intake/indicators.xhtml" + of);
        caseworker.fill("conclusion", CONCLUSION).press("Sonraya saxla");
        assertTrue(caseworker.shows("Davam edir"), "she stops in the middle");
    }

    private static void goOn(Visit caseworker, String number) {
        Witness witness = new Witness(DemoPerson.caseworker1, caseworker);
        String of = "?number=" + number;
        witness.opens("/intake/indicators.xhtml" + of);
        assertEquals(CONCLUSION, caseworker.field("conclusion").inputValue(), "and goes on later");
        Form.of(caseworker, "conclude")
                .answer("conclusion", CONCLUSION)
                .answer("result", "PRESUMED")
                .send();
        assertEquals(List.of(), errors(caseworker));
        assertEquals(List.of("PRESUMED"), of(number, "identification_status"));
        assertEquals(
                List.of(TODAY + " " + TODAY.plusDays(30)),
                Database.texts(
                        "select i.reflection_from || ' ' || i.reflection_to from himaye.identification i"
                                + " join himaye.case_file c on c.id = i.id where c.case_number = ?",
                        number));
        witness.opens("/intake/indicators.xhtml" + of);
        assertTrue(caseworker.shows("Bu forma bitib"), "a finished form stays as it is");

        witness.opens("/intake/episode.xhtml" + of);
        Form.of(caseworker, "save").answer("countries", "AZ TR").send();
        assertEquals(List.of(), errors(caseworker));
    }

    private static void complete(Visit caseworker, String number) {
        Witness witness = new Witness(DemoPerson.caseworker1, caseworker);
        String of = "?number=" + number;
        witness.opens("/intake/overview.xhtml" + of);
        caseworker.press("Qəbulu tamamla");
        assertTrue(caseworker.shows("Hələ çatışmır: Razılıq"), caseworker.text());
        assertEquals(List.of("INTAKE"), of(number, "status"));

        consent(witness, number, "DATA_PROCESSING");
        witness.opens("/intake/consent-print.xhtml" + of + "&scope=DATA_PROCESSING");
        assertTrue(caseworker.shows("yardım davam edir"));
        caseworker.open("/intake/overview.xhtml" + of).press("Qəbulu tamamla");
        assertEquals(List.of("ACTIVE"), of(number, "status"), caseworker.text());
    }

    private static void consent(Witness witness, String number, String scope) {
        witness.opens("/intake/consent.xhtml?number=" + number);
        Form.of(witness.visit(), "save")
                .answer("scope", scope)
                .answer("given", "GIVEN")
                .answer("givenBy", "VICTIM")
                .answer("interpreter", "false")
                .answer("interpreterIsParty", null)
                .answer("refusedReason", null)
                .answer("validTo", in(3))
                .send();
        assertEquals(List.of(), errors(witness.visit()));
    }

    private static void notifyTheUnit(Visit caseworker, String number) {
        Witness witness = new Witness(DemoPerson.caseworker1, caseworker);
        caseworker.open("/intake/overview.xhtml?number=" + number).press("Bildirişi göndər");
        assertTrue(caseworker.shows("Əvvəlcə razılıq lazımdır: Rəsmi bildiriş"), caseworker.text());
        consent(witness, number, "POLICE_NOTIFICATION");
        caseworker.open("/intake/overview.xhtml?number=" + number).press("Bildirişi göndər");
        assertTrue(caseworker.shows("Bildiriş göndərildi."), caseworker.text());
    }

    private static void identify(Visit unit, String number) {
        Witness witness = new Witness(DemoPerson.identification1, unit);
        witness.opens("/task/myday.xhtml");
        assertTrue(unit.shows(number), "my day");
        witness.opens("/identification/queue.xhtml");
        assertTrue(unit.shows(number));
        Event closed = witness.opens("/identification/decide.xhtml?number=" + number);
        assertEquals("MASKED", closed.outcome());
        assertFalse(unit.shows(FORCED), "without a purpose the set stays closed");
        Event open = witness.looksFor("Müəyyən etmə");
        assertEquals("IDENTIFICATION", open.purpose());
        assertEquals("ALLOWED", open.outcome());
        assertTrue(open.fields().contains("identification_set.indicators"), open.toString());
        assertTrue(unit.shows(FORCED));
        for (String never : List.of("Aytənə", CONCLUSION, "Mətn", "1987", PHONE)) {
            assertFalse(unit.shows(never), never);
        }
        unit.picture("sc01-set");
        for (String page : List.of("/casefile/overview.xhtml", "/intake/overview.xhtml", "/plan/plan.xhtml")) {
            witness.denied(page + "?number=" + number);
        }
        unit.fill("decisionNumber", "17/2026")
                .fill("decisionDate", in(0))
                .fill("decisionText", "Əlamətlər və hərəkətlər təsdiqləndi.")
                .press("Müəyyən edildi");
        assertTrue(unit.shows(number + " üzrə qərar qeyd olundu."), unit.text());
    }

    private static void seesStateAndTimesOnly(Visit police, String receipt, String number) {
        Witness witness = new Witness(DemoPerson.police1, police);
        String pseudonym = Database.texts(
                        "select p.pseudonym from himaye.person p join himaye.case_file c on c.person_id = p.id where c.case_number = ?",
                        number)
                .get(0);
        for (String page :
                List.of("/referral/receipt.xhtml?number=" + receipt, "/referral/sent.xhtml", "/task/myday.xhtml")) {
            witness.opens(page);
            assertTrue(police.shows("Qəbul edilib"), page);
            assertFalse(CASE.matcher(police.text()).find(), page);
            for (String never : List.of(pseudonym, "Müəyyən edilib", "Aktiv", "Caseworker", "Aytənə")) {
                assertFalse(police.shows(never), page + " " + never);
            }
        }
        police.picture("sc01-accepted-phone");
        String unknown = witness.denied("/nothing/there.xhtml");
        for (String page : List.of(
                "/casefile/overview.xhtml",
                "/casefile/person.xhtml",
                "/intake/overview.xhtml",
                "/referral/told.xhtml",
                "/referral/decide.xhtml",
                "/identification/decide.xhtml",
                "/plan/plan.xhtml",
                "/reimbursement/case.xhtml",
                "/accesslog/case.xhtml")) {
            assertEquals(unknown, witness.denied(page + "?number=" + number), page);
        }
    }

    @Test
    void anotherOnesReceiptIsAnsweredLikeAnUnknownOne() {
        String receipt = Scenes.referral(DemoPerson.police1);
        String number = CaseRows.active("PRESUMED").number();
        try (Visit police = Visit.of(DemoPerson.police2)) {
            Witness witness = new Witness(DemoPerson.police2, police);
            String unknown = witness.denied("/referral/receipt.xhtml?number=" + CheckedNumber.random('R'));
            for (String page : List.of("/referral/receipt.xhtml", "/referral/own.xhtml", "/referral/send.xhtml")) {
                assertEquals(unknown, witness.denied(page + "?number=" + receipt), page);
            }
            assertEquals(unknown, witness.denied("/casefile/overview.xhtml?number=" + number));
        }
    }

    @Test
    void aWrongCheckCharacterIsRefusedLikeAnUnknownNumber() {
        String receipt = Scenes.referral(DemoPerson.police1);
        try (Visit police = Visit.of(DemoPerson.police1)) {
            Witness witness = new Witness(DemoPerson.police1, police);
            String unknown = witness.denied("/referral/receipt.xhtml?number=" + CheckedNumber.random('R'));
            assertEquals(unknown, witness.denied("/referral/receipt.xhtml?number=" + miswritten(receipt)));
        }
        try (Visit caseworker = Visit.of(DemoPerson.caseworker1)) {
            Witness witness = new Witness(DemoPerson.caseworker1, caseworker);
            String unknown = witness.denied("/casefile/overview.xhtml?number=" + CheckedNumber.random('V'));
            String wrong = miswritten(CaseRows.active("PRESUMED").number());
            for (String page : List.of("/casefile/overview.xhtml", "/intake/person.xhtml", "/plan/plan.xhtml")) {
                assertEquals(unknown, witness.denied(page + "?number=" + wrong), page);
            }
        }
    }

    private static String miswritten(String number) {
        char last = number.charAt(number.length() - 1);
        return number.substring(0, number.length() - 1) + (last == '0' ? '1' : '0');
    }

    @Test
    void twoPostsOfOneFormAreOneReferral() {
        try (Visit police = Visit.onPhone(DemoPerson.police1)) {
            minimumSet(police, FORCED);
            long before = sent();
            police.twice("send");
            assertEquals(before + 1, sent());
        }
    }

    @Test
    void withoutSignsAndReasonTheMessageStandsBesideTheFieldAndTheDraftStays() {
        try (Visit police = Visit.onPhone(DemoPerson.police1)) {
            long before = sent();
            ofThePerson(police).press("Davam et");

            assertTrue(police.field("indicatorsReason-error").isVisible(), police.text());
            assertTrue(police.field("consent:0").isChecked());
            toReach(police.fill("indicatorsReason", "Qonşu danışıb").press("Davam et"));
            assertEquals(before, sent());
            police.press("Göndər");
            assertEquals(before + 1, sent(), police.text());
        }
    }

    @Test
    void anUrgentOneIsNotDeclinedForPlacesBeforeTheAlternativeAgreed() {
        String receipt;
        try (Visit police = Visit.onPhone(DemoPerson.police1)) {
            receipt = found(RECEIPT, minimumSet(police, FORCED).press("Göndər").text());
        }
        try (Visit supervisor = Visit.of(DemoPerson.supervisor1)) {
            supervisor.open("/referral/decide.xhtml?number=" + receipt).press("Alındığını təsdiqlə");
            supervisor.page().getByText("Rədd et, başqa yol göstər").click();
            supervisor.choose("reason", "Yer yoxdur").press("Rədd et");
            assertTrue(supervisor.shows("Şəxsin gedə biləcəyi başqa yer seçin."), supervisor.text());
            supervisor.choose("alternative", "“Gəncə” yardım mərkəzi").press("Rədd et");
            assertTrue(supervisor.shows("əvvəlcə seçdiyiniz yerin razılığını alın"), supervisor.text());
            assertEquals("ACKNOWLEDGED", status(receipt));
            supervisor.field("alternativeAgreed").check();
            supervisor.press("Rədd et");
            assertEquals("DECLINED", status(receipt), supervisor.text());
        }
        try (Visit police = Visit.onPhone(DemoPerson.police1)) {
            police.open("/referral/receipt.xhtml?number=" + receipt);
            assertTrue(police.shows("“Gəncə” yardım mərkəzi"));
        }
    }

    @Test
    @Tag("ASVS-8.3.2")
    void afterTheHandoverTheFormerCaseworkerSeesNothingAndTheNewOneDoes() {
        CaseRows rows = CaseRows.active("PRESUMED");
        String address = "/casefile/overview.xhtml?number=" + rows.number();
        try (Visit former = Visit.of(DemoPerson.caseworker1);
                Visit later = Visit.of(DemoPerson.caseworker2);
                Visit supervisor = Visit.of(DemoPerson.supervisor1)) {
            String file = addDocument(former, rows.number());
            assertEquals(200, former.get(file).status());
            former.open("/intake/person.xhtml?number=" + rows.number());
            assertEquals(200, former.status());
            Witness formerly = new Witness(DemoPerson.caseworker1, former);
            Witness newly = new Witness(DemoPerson.caseworker2, later);
            newly.denied("/intake/overview.xhtml?number=" + rows.number());

            supervisor.open(address).choose("caseworker", "Caseworker 2");
            nobodyTakesIt(supervisor.form("assign"), rows.number());
            supervisor.press("Ötür");
            assertTrue(supervisor.shows("Səbəbi seçin."), supervisor.text());
            supervisor.choose("reason", "Olmaması").press("Ötür");
            assertTrue(supervisor.shows(rows.number() + " işi ötürüldü."), supervisor.text());

            AccessEvents printed = AccessEvents.fromNow();
            assertFalse(former.paper().contains(rows.number()), "the page is still there, and no paper of it");
            assertEquals(
                    List.of("PRINT DENIED"),
                    printed.of(DemoPerson.caseworker1).stream()
                            .map(each -> each.action() + " " + each.outcome())
                            .toList());
            Form.of(former, "save")
                    .answer("anonymous", null)
                    .answer("dateOfBirth", null)
                    .answer("ageStated", null)
                    .answer("countries", null)
                    .answer("nationalityStatus", "CITIZEN_AZ")
                    .send();
            assertTrue(former.shows("Heç nə tapılmadı"), former.text());
            formerly.denied(file);
            assertEquals(
                    List.of("t"),
                    Database.texts("select family_name is null from himaye.person where id = ?", rows.personId()));
            former.page().goBack();
            assertTrue(former.shows("Heç nə tapılmadı"), former.text());
            for (String page : List.of("/intake/overview.xhtml", "/plan/plan.xhtml", "/intake/consent.xhtml")) {
                formerly.denied(page + "?number=" + rows.number());
            }
            newly.opens("/intake/overview.xhtml?number=" + rows.number());
            assertEquals(
                    200,
                    later.open("/intake/person.xhtml?number=" + rows.number()).status());
        }
    }

    /** Whose link to the file is kept where she likes. */
    private static String addDocument(Visit caseworker, String number) {
        caseworker.open("/document/add.xhtml?number=" + number);
        caseworker
                .page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("a.pdf", "application/pdf", SmallPdf.of("a")));
        Form.of(caseworker, "save").answer("dataClass", null).send();
        caseworker.page().waitForURL("**/document/list.xhtml*");
        return caseworker.page().locator("main a[download]").getAttribute("href");
    }

    /** The supervisor's form, sent by somebody of the same house and by somebody of another: who takes a case is not who wants it. */
    private static void nobodyTakesIt(String form, String number) {
        for (DemoPerson wanting : List.of(DemoPerson.caseworker2, DemoPerson.caseworker3)) {
            try (Visit visit = Visit.of(wanting)) {
                AccessEvents events = AccessEvents.fromNow();
                APIResponse answer = visit.forge("/casefile/overview.xhtml?number=" + number, form);
                assertEquals(404, answer.status(), wanting.name());
                assertEquals(
                        List.of("case.read DENIED"),
                        events.of(wanting).stream()
                                .map(each -> each.act() + " " + each.outcome())
                                .toList());
            }
        }
        assertEquals(
                List.of(DemoPerson.caseworker1.sub().toString()),
                Database.texts(
                        "select a.staff_sub::text from himaye.case_assignment a join himaye.case_file c on c.id = a.case_id"
                                + " where c.case_number = ? and a.assigned_until is null",
                        number));
    }

    private static Visit minimumSet(Visit sender, String... signs) {
        ofThePerson(sender);
        for (String sign : signs) {
            sender.choose("indicators", sign);
        }
        return toReach(sender.press("Davam et"));
    }

    private static Visit ofThePerson(Visit sender) {
        return sender.open("/referral/send.xhtml")
                .choose("ageGroup", "Yetkin")
                .choose("immediateDanger", "Bəli")
                .choose("urgentMedical", "Xeyr")
                .choose("language", "Azərbaycan dili")
                .choose("sex", "Qadın")
                .choose("consent", "Bəli");
    }

    private static Visit toReach(Visit sender) {
        return sender.choose("receiver", SHELTER).fill("dutyPhone", PHONE).fill("safeContact", "Bölmədə, 18:00");
    }

    private static long sent() {
        return Database.number("select count(*) from himaye.referral where sender_sub = ?", DemoPerson.police1.sub());
    }

    private static String status(String receipt) {
        return Database.texts("select status from himaye.referral where number = ?", receipt)
                .get(0);
    }

    private static List<String> of(String number, String column) {
        return Database.texts("select " + column + " from himaye.case_file where case_number = ?", number);
    }

    private static List<String> errors(Visit visit) {
        return visit.page().locator(".cw-summary").allInnerTexts();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group();
    }
}
