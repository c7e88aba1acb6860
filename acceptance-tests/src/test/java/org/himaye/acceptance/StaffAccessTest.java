package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.himaye.acceptance.AccessEvents.Event;
import org.junit.jupiter.api.Test;

/** What staff read of the log: the own accesses, and a supervisor those of her house to its cases (domain.md 3.2, row AUDIT; BR-071). */
class StaffAccessTest {

    private static final String OWN = "/staffaccess/list.xhtml";

    private final CaseRows rows = CaseRows.active("PRESUMED");
    private final String overview = "/casefile/overview.xhtml?number=" + rows.number();
    private final String house = "/staffaccess/case.xhtml?number=" + rows.number();

    @Test
    void everybodySeesWhatHeDidAndOfACaseThatIsNoMoreHisNoNumber() {
        try (Visit former = Visit.of(DemoPerson.caseworker1);
                Visit next = Visit.of(DemoPerson.caseworker2)) {
            Witness witness = new Witness(DemoPerson.caseworker1, former);
            witness.opens(overview);
            new Witness(DemoPerson.caseworker2, next).denied(overview);

            Event read = witness.opens(OWN);
            assertEquals("LIST", read.action());
            assertEquals(1, named(), "the list names its case in the log");
            assertTrue(former.shows(rows.number()) && former.shows("Caseworker 1"), former.text());
            assertFalse(former.text().contains("Caseworker 2"), "nobody else's");
            former.picture("staffaccess-own");

            next.open(OWN);
            assertFalse(next.shows(rows.number()), "she was refused it: " + next.text());
            Locator opened = next.page()
                    .locator("main tbody tr", new Page.LocatorOptions().setHasText("İşi açmaq"))
                    .first();
            assertTrue(opened.innerText().contains("Rədd edilib"), next.text());
            assertFalse(next.shows("əlaqəsi"), "not why: " + next.text());

            Database.change(
                    "update himaye.case_assignment set assigned_until = now() where case_id = '" + rows.caseId() + "'");
            witness.opens(OWN);
            assertFalse(former.shows(rows.number()), former.text());
            assertEquals(1, named(), "and does so no more");
        }
    }

    @Test
    void aSupervisorSeesWhatTheHouseDidAndNothingOfThoseWhoLookAtIt() {
        try (Visit caseworker = Visit.of(DemoPerson.caseworker1);
                Visit other = Visit.of(DemoPerson.caseworker2);
                Visit lawyer = Visit.of(DemoPerson.lawyer1);
                Visit auditor = Visit.of(DemoPerson.auditor1);
                Visit stranger = Visit.of(DemoPerson.supervisor2);
                Visit supervisor = Visit.of(DemoPerson.supervisor1)) {
            new Witness(DemoPerson.caseworker1, caseworker).opens(overview);
            new Witness(DemoPerson.caseworker2, other).denied(overview);
            auditor.open("/accesslog/case.xhtml?number=" + rows.number());
            prepared("restriction.enter", "SUPERVISOR");
            prepared("case.read", "PRIVACY_OFFICER");

            Event read = new Witness(DemoPerson.supervisor1, supervisor).opens(house);
            assertEquals("SUPERVISION", read.purpose());
            assertEquals(1, read.cases());
            assertEquals(List.of("Caseworker 2", "Caseworker 1"), seen(supervisor));
            assertEquals(
                    1,
                    supervisor
                            .page()
                            .locator("main .cw-accesses .ui-tag-danger")
                            .count(),
                    "one was refused");
            assertFalse(supervisor.shows("əlaqəsi"), "not why: " + supervisor.text());
            supervisor.picture("staffaccess-case");

            String unknown =
                    new Witness(DemoPerson.supervisor2, stranger).denied("/staffaccess/case.xhtml?number=V-000000-0");
            assertEquals(unknown, new Witness(DemoPerson.supervisor2, stranger).denied(house));
            for (Visit each : List.of(caseworker, other, lawyer)) {
                assertEquals(404, each.get(house).status());
            }
            assertEquals(404, auditor.get(OWN).status());
        }
    }

    /** Colleagues' names, the newest access first. */
    private static List<String> seen(Visit supervisor) {
        return supervisor.page().locator("main .cw-accesses tbody tr").all().stream()
                .map(row -> row.locator("td").nth(1))
                .map(Locator::innerText)
                .map(text -> text.strip().lines().findFirst().orElse(""))
                .toList();
    }

    /** An act of somebody of the house in that role, as it would have been recorded. */
    private void prepared(String act, String role) {
        Database.change(
                "with e as (insert into himaye.access_event (id, at, actor, role, institution_id, act, action, outcome,"
                        + " entity, fields, classes, row_count) select gen_random_uuid(), now(), s.sub, '" + role
                        + "', s.institution, '" + act
                        + "', 'VIEW', 'ALLOWED', 'case_file', '{}', '{}', 1 from himaye.staff s where s.sub = '"
                        + DemoPerson.supervisor1.sub() + "' returning id, at)"
                        + " insert into himaye.access_event_case (event_id, at, case_id, person_id) select id, at, '"
                        + rows.caseId() + "', '" + rows.personId() + "' from e");
    }

    /** How often a list of own accesses named the case. */
    private long named() {
        return Database.number(
                "select count(distinct e.id) from himaye.access_event e join himaye.access_event_case c on c.event_id = e.id"
                        + " where e.act = 'ownaccess.read' and c.case_id = ?",
                rows.caseId());
    }
}
