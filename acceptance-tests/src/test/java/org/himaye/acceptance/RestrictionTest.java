package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.himaye.confidentiality.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sealed case (BR-075) and one that a court suspends (SC-09, domain.md 4.6), for who has the page open. */
class RestrictionTest {

    private static final String LIST = "/restriction/list.xhtml";
    private static final String UNKNOWN = "/casefile/overview.xhtml?number=V-000000-0";

    private final CaseRows rows = CaseRows.active("PRESUMED");
    private final String overview = "/casefile/overview.xhtml?number=" + rows.number();

    @BeforeEach
    @AfterEach
    void nothingIsLeft() {
        Database.change("delete from himaye.case_restriction");
        Database.change("delete from himaye.draft where created_by = '" + DemoPerson.supervisor1.sub() + "'");
    }

    @Test
    void aSealClosesThePageThatIsOpenAndEmergencyAccessToo() {
        try (Visit caseworker = Visit.of(DemoPerson.caseworker1);
                Visit supervisor = Visit.of(DemoPerson.supervisor1);
                Visit officer = Visit.of(DemoPerson.privacy1)) {
            Witness witness = new Witness(DemoPerson.caseworker1, caseworker);
            witness.opens(overview);
            String nothing = caseworker.open(UNKNOWN).text();
            caseworker.open("/note/write.xhtml?sort=CASE&number=" + rows.number());
            typed(caseworker, "Bu gün", 204);
            restrict(supervisor, "SEALED", "Supervisor 1", "Caseworker 2");

            AccessEvents events = AccessEvents.fromNow();
            typed(caseworker, "Bu gün danışdıq", 404);
            caseworker.press("Yaz");
            assertEquals(nothing, caseworker.text(), "also when it would only be drawn once more (BR-071)");
            assertEquals(
                    List.of("DENIED NO_RELATION", "DENIED RESTRICTED"),
                    events.of(DemoPerson.caseworker1).stream()
                            .map(each -> each.outcome() + " " + each.reason())
                            .distinct()
                            .toList());
            String unknown = witness.denied(UNKNOWN);
            assertEquals(unknown, witness.denied(overview), "as if there were no such case");
            assertEquals(unknown, witness.denied("/plan/plan.xhtml?number=" + rows.number()));
            caseworker.open("/casefile/list.xhtml");
            assertFalse(caseworker.shows(rows.number()));
            assertEquals(
                    3,
                    Database.number(
                            "select count(*) from himaye.access_event e join himaye.access_event_case c on c.event_id = e.id"
                                    + " where c.case_id = ? and e.outcome = 'DENIED' and e.reason = 'RESTRICTED' and e.actor = ?",
                            rows.caseId(),
                            DemoPerson.caseworker1.sub()));
            new Witness(DemoPerson.supervisor1, supervisor).opens(overview);
            noEmergency();

            officer.open(LIST);
            assertTrue(officer.shows(rows.number()), officer.text());
            fresh();
            officer.press("Götür");
            witness.opens(overview);
        }
    }

    /** What the script of the page keeps of it, and how that is answered. */
    private static void typed(Visit visit, String text, int status) {
        assertEquals(
                status,
                visit.page()
                        .waitForResponse(
                                "**/draft",
                                () -> visit.fill("text", text).field("text").blur())
                        .status());
    }

    /** Named, and still not assigned: what she lacks is not to be had by asking for it in an emergency. */
    private void noEmergency() {
        try (Visit duty = Visit.of(DemoPerson.caseworker2)) {
            fresh();
            duty.open("/breakglass/start.xhtml");
            AccessEvents events = AccessEvents.fromNow();
            Form.of(duty, "start")
                    .answer("number", rows.number())
                    .answer("reasonText", "Uşaq gecədən yoxdur, zəng etməliyik")
                    .send();
            assertEquals(
                    List.of("DENIED RESTRICTED"),
                    events.of(DemoPerson.caseworker2).stream()
                            .filter(each -> each.act().equals("breakglass.start"))
                            .map(each -> each.outcome() + " " + each.reason())
                            .toList());
            Database.change("delete from himaye.draft where created_by = '" + DemoPerson.caseworker2.sub() + "'");
        }
    }

    @Test
    void anOrderOfACourtHoldsWithTheSecondPersonAndIsLiftedByTwo() {
        Database.change("update himaye.case_file set opened_at = now() - interval '1 year' where case_number = '"
                + rows.number() + "'");
        try (Visit supervisor = Visit.of(DemoPerson.supervisor1);
                Visit officer = Visit.of(DemoPerson.privacy1);
                Visit coordinator = Visit.of(DemoPerson.coordinator1)) {
            Witness witness = new Witness(DemoPerson.supervisor1, supervisor);
            restrict(supervisor, "SUSPENDED", "Caseworker 1", "Caseworker 2");
            witness.opens(overview);
            String counted = counted(coordinator);
            supervisor.open(LIST);
            assertEquals(
                    0, supervisor.page().locator("main button[id$='confirm']").count(), "not her own");

            officer.open("/task/myday.xhtml");
            assertTrue(officer.shows("Məhdudiyyəti təsdiq et"), officer.text());
            officer.open(LIST);
            fresh();
            officer.press("Təsdiq et");

            witness.denied(overview);
            try (Visit caseworker = Visit.of(DemoPerson.caseworker1)) {
                new Witness(DemoPerson.caseworker1, caseworker).opens(overview);
            }
            for (DemoPerson other : DemoPerson.values()) {
                // One of them is named, and without a function in it as before.
                if (other != DemoPerson.caseworker1 && Jobs.permissions(other).contains(Permission.CASE_READ)) {
                    try (Visit visit = Visit.of(other)) {
                        new Witness(other, visit).denied(overview);
                    }
                }
            }
            assertEquals(counted, counted(coordinator), "statistics count it as before");
            ends(14);
            announced(false, supervisor, officer);
            ends(13);
            announced(true, supervisor, officer);
            ends(-1);
            witness.denied(overview);
            announced(true, supervisor, officer);

            officer.open(LIST);
            officer.press("Götürülməsini istə");
            witness.denied(overview);
            supervisor.open(LIST);
            fresh();
            supervisor.press("Götür");
            witness.opens(overview);
            announced(false, supervisor, officer);
        }
    }

    /** The order's last day is so many days from today. */
    private static void ends(int days) {
        Database.change("update himaye.case_restriction set order_date = current_date - 9,"
                + " ends_on = cast(now() at time zone 'Asia/Baku' as date) + " + days);
    }

    /** From 14 days before the end of the last day on (4.6), to who can lift it. */
    private static void announced(boolean expected, Visit... visits) {
        for (Visit visit : visits) {
            visit.open("/task/myday.xhtml?list=WAITING");
            assertEquals(expected, visit.shows("Dayandırma müddəti bitir"), visit.text());
        }
    }

    private static String counted(Visit coordinator) {
        coordinator.open("/statistics/cases.xhtml");
        return coordinator.page().locator("main table").innerText();
    }

    private void restrict(Visit by, String kind, String... persons) {
        fresh();
        by.open("/restriction/enter.xhtml?kind=" + kind + "&number=" + rows.number());
        if (kind.equals("SUSPENDED")) {
            by.choose("reason", "Məhkəmə");
            by.fill("orderNumber", "17/4-2026");
            by.fill("orderDate", "01.02.2026");
            by.fill("endsOn", "31.12.2099");
        } else {
            by.choose("reason", "İşçilər şəxsi tanıyır");
        }
        by.press("Məhdudlaşdır");
        assertTrue(by.shows("Buranı doldurun") && !by.page().url().contains(LIST), by.text());
        for (String person : persons) {
            by.choose("persons", person);
        }
        by.press("Məhdudlaşdır");
        assertTrue(by.page().url().contains(LIST), by.text());
    }

    /** Everybody who is signed in has just given a code. */
    private static void fresh() {
        Database.change("update himaye.signin_session set second_factor_at = now() where ended_at is null");
    }
}
