package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.himaye.acceptance.AccessEvents.Event;
import org.junit.jupiter.api.Test;

/** SC-03, main path: what she needs, a plan over seven components, her consent to this version, and how far it has come. */
class PlanTest {

    private static final List<String> AREAS =
            List.of("LEGAL", "EDUCATION", "PSYCHOLOGICAL", "MEDICAL", "VOCATIONAL", "EMPLOYMENT", "HOUSING");
    private static final List<String> DECLINED = List.of("MEDICAL", "LEGAL");
    private static final String AIM = "Rahat yatmaq istəyirəm";
    private static final String STEP = "Həftədə bir dəfə söhbət";
    private static final String NOTE = "Yuxusuzluqdan danışır";
    private static final String COMMENT = "İş üçün addımı daha dəqiq yazın";
    private static final String CANNOT_SLEEP = "Ən vacibi: sakit yer";

    private static String inMonths(int months) {
        return LocalDate.now(ZoneId.of("Asia/Baku"))
                .plusMonths(months)
                .format(DateTimeFormatter.ofPattern("dd.MM.yyyy"));
    }

    @Test
    void fromNeedsToAPlanThatSheAgreedToAndItsProgress() {
        String number = CaseRows.active("IDENTIFIED").number();
        try (Visit caseworker = Visit.of(DemoPerson.caseworker1);
                Visit supervisor = Visit.of(DemoPerson.supervisor1)) {
            needs(caseworker, number);
            submit(caseworker, number);
            sendBack(supervisor, number);
            submitAgain(caseworker, number);
            review(supervisor, number);
            agreeAndStart(caseworker, number);
            print(caseworker, number);
            rate(supervisor, number);
        }
        closedToOthers(number);
    }

    private static void needs(Visit caseworker, String number) {
        Witness witness = new Witness(DemoPerson.caseworker1, caseworker);
        String edit = "/assessment/edit.xhtml?number=" + number;
        witness.opens(edit);
        caseworker.fill("components:2:note", NOTE).press("Saxlayıb sonra davam etmək");
        assertTrue(caseworker.shows("Qaralama"), caseworker.text());
        witness.opens(edit);
        assertEquals(NOTE, caseworker.field("components:2:note").inputValue(), "kept in the middle");
        caseworker.press("Yekunlaşdırmaq");
        assertTrue(caseworker.shows(": cavab yoxdur."), caseworker.text());
        assertEquals(NOTE, caseworker.field("components:2:note").inputValue());

        Form.of(caseworker, "finish")
                .answer("level", "SOME")
                .answer("note", NOTE)
                .answer("ownView", CANNOT_SLEEP)
                .send();
        assertTrue(caseworker.shows("Ehtiyaclar yazıldı."), caseworker.text());
        witness.opens("/assessment/needs.xhtml?number=" + number);
        assertTrue(caseworker.shows(CANNOT_SLEEP));
    }

    private static void submit(Visit caseworker, String number) {
        new Witness(DemoPerson.caseworker1, caseworker).opens("/plan/edit.xhtml?number=" + number);
        Form form = form(caseworker);
        form.answer("decision_HOUSING", null).send();
        assertTrue(caseworker.shows("Yaşayış yeri: qərar seçin, məqsəd varsa onu əlavə edin."));
        assertEquals(List.of(), status(number), "BR-050: nothing is submitted without an answer to each");
        form(caseworker).answer("due", "01.12.2019").send();
        assertTrue(
                caseworker.field("goals_EDUCATION:0:actions:0:due-error").isVisible(),
                "the message stands beside the first day that cannot be: " + caseworker.text());
        assertEquals(List.of(), status(number));
        form(caseworker).send();
        assertTrue(caseworker.shows("Plan rəhbərə verildi."), caseworker.text());
        assertEquals(List.of("SUBMITTED"), status(number));
        caseworker.picture("plan-submitted");
    }

    private static Form form(Visit caseworker) {
        Form form = Form.of(caseworker, "submit")
                .answer("target", inMonths(4))
                .answer("due", inMonths(3))
                .texts((id, length) -> switch (id) {
                    case "aim" -> AIM;
                    case "what" -> STEP;
                    default -> "Özü deyir";
                });
        AREAS.forEach(area -> form.answer("decision_" + area, DECLINED.contains(area) ? "DECLINED" : "GOALS"));
        return form;
    }

    /** In the same sitting, on whatever page of the case. */
    private static void readOn(Visit supervisor, String address) {
        Event open = new Witness(DemoPerson.supervisor1, supervisor).opens(address);
        assertEquals("SUPERVISION", open.purpose());
        assertTrue(supervisor.shows(AIM), supervisor.text());
    }

    private static void sendBack(Visit supervisor, String number) {
        readFirst(supervisor, number);
        supervisor.press("Geri qaytarmaq");
        assertTrue(supervisor.field("comment-error").isVisible(), supervisor.text());
        assertEquals(List.of("SUBMITTED"), status(number));
        supervisor.fill("comment", COMMENT).press("Geri qaytarmaq");
        assertTrue(supervisor.shows("Plan rəyinizlə sosial işçiyə qaytarıldı."), supervisor.text());
        assertEquals(List.of("DRAFT"), status(number));
    }

    /** The text of a plan opens for a supervisor only with a purpose, which she chooses once. */
    private static void readFirst(Visit supervisor, String number) {
        Witness witness = new Witness(DemoPerson.supervisor1, supervisor);
        Event closed = witness.opens("/plan/review.xhtml?number=" + number);
        assertEquals("MASKED", closed.outcome());
        assertFalse(closed.fields().contains("plan_goal.aim"), closed.toString());
        assertFalse(supervisor.shows(AIM));
        assertFalse(supervisor.field("sendBack").isVisible(), "nobody decides unread");
        Event open = witness.looksFor("Rəhbərlik və baxış");
        assertEquals("SUPERVISION", open.purpose());
        assertTrue(open.fields().contains("plan_goal.aim"), open.toString());
        assertTrue(supervisor.shows(AIM), supervisor.text());
    }

    private static void submitAgain(Visit caseworker, String number) {
        Witness witness = new Witness(DemoPerson.caseworker1, caseworker);
        witness.opens("/task/myday.xhtml");
        witness.opens("/plan/edit.xhtml?number=" + number);
        assertTrue(caseworker.shows(COMMENT), "she reads what to change");
        assertTrue(caseworker.page().content().contains(AIM), "and nothing is lost");
        caseworker.press("Baxışa vermək");
        assertEquals(List.of("SUBMITTED"), status(number), caseworker.text());
    }

    private static void review(Visit supervisor, String number) {
        readOn(supervisor, "/plan/review.xhtml?number=" + number);
        supervisor.picture("plan-review");
        supervisor.press("Baxılıb");
        assertTrue(supervisor.shows("Plana baxıldı."), supervisor.text());
        assertEquals(List.of("REVIEWED"), status(number));
    }

    private static void agreeAndStart(Visit caseworker, String number) {
        Witness witness = new Witness(DemoPerson.caseworker1, caseworker);
        witness.opens("/plan/agree.xhtml?number=" + number);
        caseworker.press("Plan izah olundu");
        assertEquals(List.of("CONSENT_PENDING"), status(number), caseworker.text());
        assertEquals(0, agreements(number));
        answer(caseworker);
        assertTrue(caseworker.shows("Razılıq yazıldı."), caseworker.text());
        assertEquals(1, agreements(number), "BR-051: her consent names this version");
        assertEquals(List.of("APPROVED"), status(number));
        witness.opens("/plan/agree.xhtml?number=" + number);
        caseworker.fill("startedOn", "01.01.2000").press("Planı başlatmaq");
        assertTrue(caseworker.field("startedOn-error").isVisible(), "BR-051: " + caseworker.text());
        assertEquals(List.of("APPROVED"), status(number));
        caseworker.fill("startedOn", inMonths(0)).press("Planı başlatmaq");
        assertEquals(List.of("ACTIVE"), status(number), caseworker.text());
    }

    private static void answer(Visit caseworker) {
        Form.of(caseworker, "answer")
                .answer("given", "AGREES")
                .answer("givenBy", "VICTIM")
                .answer("method", "WRITTEN")
                .answer("interpreter", "false")
                .answer("validTo", null)
                .send();
    }

    private static void print(Visit caseworker, String number) {
        Event event = new Witness(DemoPerson.caseworker1, caseworker).opens("/plan/print.xhtml?number=" + number);
        assertEquals("PRINT", event.action());
        for (String plain : List.of(
                "Mənim planım",
                "Nə istəyirəm: " + AIM,
                STEP,
                "Tibbi yardım: Şəxs imtina edir",
                "“Yox” desəniz, heç bir yardım kəsilmir.",
                "Yardım pulsuzdur.")) {
            assertTrue(spoken(caseworker).contains(plain), plain + "\n" + caseworker.text());
        }
        caseworker.picture("plan-print");
    }

    private static void rate(Visit supervisor, String number) {
        readOn(supervisor, "/plan/progress.xhtml?number=" + number);
        supervisor.press("Qiymətləri saxlamaq");
        assertTrue(supervisor.shows("Ən azı bir məqsədi qiymətləndirin."), supervisor.text());
        supervisor.field("rate:0:rating").selectOption("ACHIEVED");
        supervisor.field("rate:1:rating").selectOption("PARTLY");
        supervisor.press("Qiymətləri saxlamaq");
        assertTrue(supervisor.shows("Qiymətlər yazıldı."), supervisor.text());
        for (String rating : List.of("Əldə olunub 1", "Qismən 1", "Başlanmayıb 1")) {
            assertTrue(
                    spoken(supervisor).contains(rating),
                    "the picture says in words: " + rating + "\n" + supervisor.text());
        }
        supervisor.picture("plan-progress");
        Event list = new Witness(DemoPerson.supervisor1, supervisor).opens("/plan/caseload.xhtml");
        assertTrue(list.cases() >= 1, list.toString());
        var rows =
                supervisor.page().locator("tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText(number));
        while (rows.count() == 0) {
            supervisor.page().locator(".cw-pager .cw-end a").click(); // its review is due last
        }
        String row = rows.innerText();
        assertTrue(row.matches("(?s).*1\\s+1\\s+0\\s+3\\s+0\\s*"), row);
        supervisor.picture("plan-caseload");
    }

    private static void closedToOthers(String number) {
        for (DemoPerson other : List.of(
                DemoPerson.police1,
                DemoPerson.caseworker2,
                DemoPerson.supervisor2,
                DemoPerson.identification1,
                DemoPerson.auditor1)) {
            try (Visit visit = Visit.of(other)) {
                Witness witness = new Witness(other, visit);
                for (String page : List.of("plan", "edit", "review", "agree", "progress", "print")) {
                    witness.denied("/plan/" + page + ".xhtml?number=" + number);
                }
            }
        }
    }

    @Test
    void anAnswerToATextThatChangedMeanwhileIsNoConsent() {
        String number = CaseRows.active("IDENTIFIED").number();
        try (Visit caseworker = Visit.of(DemoPerson.caseworker1);
                Visit desk = Visit.of(DemoPerson.caseworker1);
                Visit supervisor = Visit.of(DemoPerson.supervisor1)) {
            caseworker.open("/assessment/edit.xhtml?number=" + number);
            Form.of(caseworker, "finish").answer("level", "SOME").send();
            form(caseworker.open("/plan/edit.xhtml?number=" + number)).send();
            readFirst(supervisor, number);
            supervisor.press("Baxılıb");
            caseworker.open("/plan/agree.xhtml?number=" + number).press("Plan izah olundu");
            desk.open("/plan/agree.xhtml?number=" + number).press("Planı dəyişmək");
            assertEquals(List.of("DRAFT"), status(number), desk.text());

            answer(caseworker);

            assertTrue(caseworker.shows("Siz yazarkən başqası bunu dəyişib."), caseworker.text());
            assertEquals(0, agreements(number), "BR-051");
            assertEquals(List.of("DRAFT"), status(number));
        }
    }

    /** The page's words; a word and its value are kept on one line by a space of their own kind. */
    private static String spoken(Visit visit) {
        return visit.text().replace('\u00a0', ' ');
    }

    private static long agreements(String number) {
        return Database.number(
                "select count(*) from himaye.consent k join himaye.rehabilitation_plan p on p.id = k.plan_version"
                        + " join himaye.case_file c on c.id = p.case_id where k.status = 'GIVEN' and c.case_number = ?",
                number);
    }

    private static List<String> status(String number) {
        return Database.texts(
                "select p.status from himaye.rehabilitation_plan p join himaye.case_file c on c.id = p.case_id where c.case_number = ?",
                number);
    }
}
