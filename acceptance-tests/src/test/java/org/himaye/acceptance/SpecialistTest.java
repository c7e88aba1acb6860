package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.himaye.acceptance.AccessEvents.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Psychologist, medic and lawyer: brought in by the supervisor, they see what the matrix gives their job (domain.md 3.2). */
class SpecialistTest {

    private static final String SHELTER = "Bakı";
    private static final String ALLOWANCE = "Müavinətin yoxlanması";
    private static final String PLAN = "Plana baxış";
    private static final String PAYMENT = "Müavinətin ödənilməsi";

    @Test
    void whomTheSupervisorBringsInSeesTheCaseAndNobodyLosesIt() {
        String number = CaseRows.active("PRESUMED").number();
        String address = "/casefile/overview.xhtml?number=" + number;
        try (Visit supervisor = Visit.of(DemoPerson.supervisor1);
                Visit psychologist = Visit.of(DemoPerson.psychologist1)) {
            assertEquals(404, psychologist.open(address).status());

            supervisor.open(address).choose("specialist", "Psychologist 1").press("İşə cəlb et");

            assertTrue(supervisor.shows(number + " işinə mütəxəssis cəlb olundu."), supervisor.text());
            Event seen = new Witness(DemoPerson.psychologist1, psychologist).opens(address);
            assertTrue(psychologist.shows(number));
            assertFalse(seen.fields().contains("case_file.institution"), "which shelter is nothing for a psychologist");
            assertFalse(
                    psychologist.page().locator(".cw-case-facts").innerText().contains(SHELTER), psychologist.text());
        }
        try (Visit caseworker = Visit.of(DemoPerson.caseworker1)) {
            Event seen = new Witness(DemoPerson.caseworker1, caseworker).opens(address);
            assertTrue(seen.fields().contains("case_file.institution"));
            assertTrue(caseworker.page().locator(".cw-case-facts").innerText().contains(SHELTER), caseworker.text());
        }
    }

    /** Domain.md 3.2 (BR-071): the end of a function ends the access with the next request; that there was one is kept. */
    @Test
    void whomTheSupervisorTakesOffACaseMeetsItNoMore() {
        String number = CaseRows.active("PRESUMED").number();
        String address = "/casefile/overview.xhtml?number=" + number;
        try (Visit supervisor = Visit.of(DemoPerson.supervisor1);
                Visit psychologist = Visit.of(DemoPerson.psychologist1);
                Visit caseworker = Visit.of(DemoPerson.caseworker1)) {
            supervisor.open(address);
            assertEquals(0, supervisor.page().locator("[id$='colleague']").count(), "nobody is on it beside");
            supervisor.choose("specialist", "Psychologist 1").press("İşə cəlb et");
            assertEquals(200, psychologist.open(address).status());
            assertEquals(200, caseworker.open(address).status());
            assertFalse(caseworker.shows("Bu işdən ayır"), "that is the supervisor's");

            supervisor
                    .open(address)
                    .choose("colleague", "Psychologist 1 · Psixoloq")
                    .press("Bu işdən ayır");
            assertTrue(supervisor.shows("Səbəbi seçin."), supervisor.text());
            assertEquals(200, psychologist.open(address).status(), "without a reason nothing ends");
            supervisor.choose("endReason", "İş yükü").press("Bu işdən ayır");
            assertTrue(supervisor.shows("Həmkar artıq " + number + " işi üzrə çalışmır."), supervisor.text());
            assertTrue(supervisor.shows("İş üzrə funksiya bitdi"), supervisor.text());
            assertEquals(0, supervisor.page().locator("[id$='colleague']").count());

            assertEquals(
                    404,
                    psychologist
                            .open("/casefile/overview.xhtml?number=V-000000-0")
                            .status());
            String unknown = psychologist.text();
            assertEquals(404, psychologist.open(address).status());
            assertEquals(unknown, psychologist.text());
            assertEquals(200, psychologist.open("/task/myday.xhtml").status(), "the own day is there without the case");
            assertFalse(psychologist.text().contains(number), psychologist.text());
            assertEquals(200, psychologist.open("/casefile/list.xhtml").status());
            assertFalse(psychologist.text().contains(number), psychologist.text());
            assertEquals(200, caseworker.open(address).status(), "nobody else loses it");
        }
        assertEquals(
                List.of("PSYCHOLOGIST t t WORKLOAD"),
                Database.texts("select concat_ws(' ', a.function, a.assigned_until > a.assigned_from,"
                        + " a.updated_by = (select sub from himaye.staff where account = 'supervisor1'), a.end_reason)"
                        + " from himaye.case_assignment a join himaye.case_file c on c.id = a.case_id"
                        + " where a.function <> 'PRIMARY' and c.case_number = '" + number + "'"));
    }

    /**
     * BR-071: the next request, whatever it is. A page that is drawn once more because an answer is missing would show from memory what
     * the gate does not give any more. What she typed waits for the day on which she is brought in again.
     */
    @Test
    void aPageThatIsStillOpenShowsNothingMoreAfterTheFunctionEnded() {
        CaseRows rows = CaseRows.active("PRESUMED");
        String write = "/note/write.xhtml?number=" + rows.number() + "&sort=HEALTH";
        assign(rows, DemoPerson.psychologist1);
        try (Visit psychologist = Visit.of(DemoPerson.psychologist1)) {
            String unknown = psychologist
                    .open("/note/write.xhtml?number=V-000000-0&sort=HEALTH")
                    .text();
            psychologist.open(write);
            assertTrue(psychologist.shows(rows.number()), psychologist.text());
            end(rows, DemoPerson.psychologist1);
            AccessEvents events = AccessEvents.fromNow();

            psychologist.press("Yaz");

            assertEquals(unknown, psychologist.text());
            assertEquals(
                    List.of("note.write DENIED NO_RELATION"),
                    events.of(DemoPerson.psychologist1).stream()
                            .map(each -> each.act() + " " + each.outcome() + " " + each.reason())
                            .toList());

            assign(rows, DemoPerson.psychologist1);
            psychologist.stopDrafts().open(write).fill("text", "Bu gün danışdıq");
            end(rows, DemoPerson.psychologist1);
            psychologist.press("Yaz");
            assertEquals(unknown, psychologist.text());

            assign(rows, DemoPerson.psychologist1);
            assertEquals(
                    "Bu gün danışdıq", psychologist.open(write).field("text").inputValue());
        }
    }

    private static void end(CaseRows rows, DemoPerson person) {
        Database.change(
                "update himaye.case_assignment set assigned_until = now(), end_reason = 'WORKLOAD' where case_id = '"
                        + rows.caseId() + "' and staff_sub = '" + person.sub() + "' and assigned_until is null");
    }

    /** What happened on a case is told by the matrix, too: coded results in full to the psychologist and masked to the medic. */
    @Test
    void theTimelineTellsNoMoreThanTheHead() {
        CaseRows rows = CaseRows.active("IDENTIFIED");
        String address = "/casefile/overview.xhtml?number=" + rows.number();
        Database.change(
                "insert into himaye.status_change (id, version, created_at, created_by, updated_at, updated_by, case_id, entity,"
                        + " entity_id, from_status, to_status, reason_code) select gen_random_uuid(), 0, now(), '"
                        + DemoPerson.caseworker1.sub() + "', now(), '" + DemoPerson.caseworker1.sub() + "', '"
                        + rows.caseId()
                        + "', k.entity, gen_random_uuid(), null, k.reached, k.reason from (values ('identification', 'IDENTIFIED', null),"
                        + " ('reimbursement_request', 'APPROVED', null), ('disclosure', 'REQUESTED', 'INVESTIGATOR'),"
                        + " ('consent', 'GIVEN', 'DATA_PROCESSING')) k (entity, reached, reason)");
        try (Visit supervisor = Visit.of(DemoPerson.supervisor1);
                Visit psychologist = Visit.of(DemoPerson.psychologist1);
                Visit medic = Visit.of(DemoPerson.medic1)) {
            String all = steps(supervisor.open(address));
            assertTrue(all.contains("Müəyyənetmə: Müəyyən edilib"), all);
            assertTrue(all.contains("Müavinət: "), all);
            assertTrue(all.contains("Kənar sorğu: "), all);
            for (String name : List.of("Psychologist 1", "Medic 1")) {
                supervisor.open(address).choose("specialist", name).press("İşə cəlb et");
            }

            String coded = steps(psychologist.open(address));
            assertTrue(coded.contains("Müəyyənetmə: Müəyyən edilib"), coded);
            assertTrue(coded.contains("Razılıq"), coded);
            String masked = steps(medic.open(address));
            assertTrue(masked.replaceAll("\\s", "").contains("Müəyyənetmə:••••••"), masked);
            assertFalse(masked.contains("Müəyyən edilib"), masked);
            for (String told : List.of(coded, masked)) {
                assertFalse(told.contains("Müavinət"), told);
                assertFalse(told.contains("Kənar sorğu"), told);
            }
        }
        lawyerReadsOfMoneyForAPurpose(rows, address);
    }

    /** What tells of an allowance or of a result she reads for a purpose; of what others asked nothing ever. */
    private static void lawyerReadsOfMoneyForAPurpose(CaseRows rows, String address) {
        assign(rows, DemoPerson.lawyer1);
        due(rows, "REIMBURSEMENT_PAYMENT", "1999-01-01");
        try (Visit lawyer = Visit.of(DemoPerson.lawyer1)) {
            Witness witness = new Witness(DemoPerson.lawyer1, lawyer);
            Event without = witness.opens(address);
            String told = steps(lawyer);
            assertTrue(told.contains("Razılıq"), told);
            assertFalse(told.contains("Müavinət"), told);
            assertFalse(told.contains("Müəyyənetmə"), told);
            assertFalse(lawyer.text().contains(PAYMENT), lawyer.text());
            assertFalse(without.fields().contains("reimbursement_request.state"), without.toString());

            Event looked = witness.looksFor("Hüquqi yardım");

            told = steps(lawyer);
            assertTrue(told.contains("Müavinət: "), told);
            assertTrue(told.contains("Müəyyənetmə: Müəyyən edilib"), told);
            assertFalse(told.contains("Kənar sorğu"), told);
            assertTrue(lawyer.page().locator(".cw-case-due").innerText().contains(PAYMENT), lawyer.text());
            assertTrue(looked.fields().contains("reimbursement_request.state"), looked.toString());
        }
    }

    /**
     * That money is asked for is not told by its deadline either: not in the head, not on the list, by its order or its filter, and not among
     * what waits for others.
     */
    @Test
    void noDeadlineTellsThatMoneyIsAskedFor() {
        CaseRows both = CaseRows.active("IDENTIFIED");
        CaseRows money = CaseRows.active("IDENTIFIED");
        due(both, "REIMBURSEMENT_REVIEW", "1999-01-01");
        due(both, "PLAN_REVIEW", "1999-02-01");
        due(money, "REIMBURSEMENT_REVIEW", "1999-01-01");
        for (CaseRows rows : List.of(both, money)) {
            for (DemoPerson person : List.of(DemoPerson.psychologist1, DemoPerson.medic1, DemoPerson.lawyer1)) {
                assign(rows, person);
            }
        }
        try (Visit supervisor = Visit.of(DemoPerson.supervisor1);
                Visit caseworker = Visit.of(DemoPerson.caseworker1)) {
            for (Visit visit : List.of(supervisor, caseworker)) {
                for (CaseRows rows : List.of(both, money)) {
                    assertTrue(head(visit, rows).contains(ALLOWANCE), visit.text());
                    assertTrue(listed(visit, rows, "LATE").contains(ALLOWANCE), visit.text());
                }
            }
            assertTrue(others(caseworker, money).contains(ALLOWANCE), caseworker.text());
        }
        for (DemoPerson person : List.of(DemoPerson.psychologist1, DemoPerson.medic1, DemoPerson.lawyer1)) {
            try (Visit visit = Visit.of(person)) {
                assertAll(
                        person.name(),
                        () -> tellsOfThePlanAlone(head(visit, both)),
                        () -> assertEquals("", head(visit, money).strip()),
                        () -> tellsOfThePlanAlone(listed(visit, both, "LATE")),
                        () -> assertEquals("", listed(visit, money, "LATE"), "nothing is late there"),
                        () -> assertTrue(listed(visit, money, "NONE").contains("Müddət yoxdur"), visit.text()),
                        () -> assertEquals("", listed(visit, both, "NONE")),
                        () -> tellsOfThePlanAlone(others(visit, both)),
                        () -> assertEquals("", others(visit, money), "nobody is waited for there"));
            }
        }
    }

    private static void tellsOfThePlanAlone(String shown) {
        assertTrue(shown.contains(PLAN), shown);
        assertFalse(shown.contains(ALLOWANCE), shown);
    }

    private static void assign(CaseRows rows, DemoPerson person) {
        Database.change(
                "insert into himaye.case_assignment (id, version, created_at, created_by, updated_at, updated_by, case_id, staff_sub,"
                        + " function, assigned_from) select gen_random_uuid(), 0, now(), '" + person.sub()
                        + "', now(), '" + person.sub() + "', '" + rows.caseId() + "', '" + person.sub()
                        + "', role, now() from himaye.staff where sub = '" + person.sub() + "'");
    }

    private static void due(CaseRows rows, String kind, String day) {
        Database.change(
                "insert into himaye.case_deadline (id, case_id, kind, due_at, created_by, created_at, updated_by, updated_at, version)"
                        + " select gen_random_uuid(), id, '" + kind + "', timestamptz '" + day
                        + "', created_by, now(), created_by, now(), 0 from himaye.case_file where id = '"
                        + rows.caseId() + "'");
        Database.change("update himaye.case_file set next_due_at = timestamptz '1999-01-01' where id = '"
                + rows.caseId() + "'");
    }

    private static String head(Visit visit, CaseRows rows) {
        assertEquals(
                200,
                visit.open("/casefile/overview.xhtml?number=" + rows.number()).status());
        return visit.page().locator(".cw-case-due").innerText();
    }

    /** The row of a case on the list of those that are due then, or nothing. */
    private static String listed(Visit visit, CaseRows rows, String due) {
        return row(visit.open("/casefile/list.xhtml?due=" + due), "main", rows);
    }

    private static String others(Visit visit, CaseRows rows) {
        return row(visit.open("/task/myday.xhtml?list=OTHERS"), "#others", rows);
    }

    private static String row(Visit visit, String within, CaseRows rows) {
        return String.join(
                "",
                visit.page()
                        .locator(within + " tbody tr:has-text('" + rows.number() + "')")
                        .allInnerTexts());
    }

    private static String steps(Visit visit) {
        return visit.page().locator(".cw-timeline").innerText();
    }

    /** Every one of them has cases in the demo, as the tour says. */
    @ParameterizedTest
    @EnumSource(names = {"psychologist1", "medic1", "lawyer1"})
    void theDemoHasWorkForEach(DemoPerson person) {
        try (Visit visit = Visit.of(person)) {
            visit.open("/casefile/list.xhtml");
            assertTrue(visit.page().locator("main tbody tr").count() > 0, visit.text());
            visit.picture("cases-" + person);
            visit.open("/task/myday.xhtml").picture("myday-" + person);
            assertEquals(0, visit.page().locator(".cw-nav a[href*='referral']").count());
        }
    }
}
