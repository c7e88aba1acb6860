package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A computer that two people share, one after the other: the second has every right to the same case, and still gets no text, no
 * purpose and no page of the first.
 */
class SameBrowserTest {

    private static final String GANJA = "fe93b148-d8ae-30aa-8a30-ff353e79deba";
    private static final String SESSION = "__Host-himaye";

    /** The page of the first still stands in a window when the second signs in beside it. */
    @Test
    @Tag("ASVS-7.2.4")
    void aPageOfTheFirstIsNotSentAsTheSecond() {
        CaseRows on = CaseRows.active("PRESUMED");
        joined(on, DemoPerson.caseworker2);
        String address = "/intake/person.xhtml?number=" + on.number();
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open(address);
            // Only the form itself gets through: the text is not kept before the other one comes.
            visit.stopDrafts();
            visit.fill("familyName", "Birincinin");
            String before = session(visit);
            end(DemoPerson.caseworker1);
            visit.leaveProvider();
            Page second = visit.context().newPage();
            second.navigate(Himaye.address() + address);
            Visit.signIn(second, DemoPerson.caseworker2);
            assertEquals(200, status(second, address), "the second may see the case");
            assertNotEquals(before, session(visit));
            assertFalse(second.content().contains("Birincinin"));

            visit.page().unroute("**/draft");
            visit.field("save").click();
            visit.page().waitForLoadState();

            assertFalse(visit.page().content().contains("Birincinin"), visit.text());
            assertEquals(0, drafts(on, DemoPerson.caseworker2));
            assertEquals(
                    0,
                    Database.number(
                            "select count(*) from himaye.person where id = ? and family_name is not null",
                            on.personId()));
            second.navigate(Himaye.address() + address);
            assertEquals("", second.locator("[id$='familyName']").first().inputValue());
            visit.leave();
        }
    }

    @Test
    void aPurposeOfTheFirstOpensNothingForTheSecond() {
        CaseRows on = CaseRows.active("PRESUMED");
        try (Visit visit = Visit.of(DemoPerson.supervisor1)) {
            visit.open("/casefile/overview.xhtml?number=" + on.number());
            new Witness(DemoPerson.supervisor1, visit).looksFor("Rəhbərlik və baxış");
            String shown = visit.page().url();
            assertTrue(visit.page().locator(".cw-purpose").isVisible());
            visit.page().locator(".cw-out").first().click();
            visit.page().waitForURL("**/signin/page/left");
            visit.leaveProvider();
            Database.change(
                    "update himaye.case_file set institution_id = '" + GANJA + "' where id = '" + on.caseId() + "'");
            AccessEvents events = AccessEvents.fromNow();

            visit.page().navigate(shown);
            Visit.signIn(visit.page(), DemoPerson.supervisor2);

            assertEquals(shown, visit.page().url());
            assertTrue(visit.shows(on.number()), visit.text());
            assertEquals(0, visit.page().locator(".cw-purpose").count());
            assertTrue(
                    events.of(DemoPerson.supervisor2).stream()
                            .noneMatch(event ->
                                    event.purpose() != null || event.fields().contains("person.familyName")),
                    () -> events.of(DemoPerson.supervisor2).toString());
        }
    }

    private static void joined(CaseRows on, DemoPerson person) {
        Database.change(
                "insert into himaye.case_assignment (id, version, created_at, created_by, updated_at, updated_by, case_id, staff_sub,"
                        + " function, assigned_from) select gen_random_uuid(), 0, now(), created_by, now(), created_by, id, '"
                        + person.sub() + "', 'SECOND', now() from himaye.case_file where id = '" + on.caseId() + "'");
    }

    private static long drafts(CaseRows on, DemoPerson person) {
        return Database.number(
                "select count(*) from himaye.draft where fields is not null and created_by = ? and record = ?",
                person.sub(),
                "number=" + on.number());
    }

    private static String session(Visit visit) {
        return visit.context().cookies(Himaye.address()).stream()
                .filter(cookie -> cookie.name.equals(SESSION))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    private static int status(Page page, String address) {
        return ((Number) page.evaluate("async address => (await fetch(address)).status", address)).intValue();
    }

    private static void end(DemoPerson person) {
        Database.change("update himaye.signin_session set last_used = now() - interval '16 minutes' where sub = '"
                + person.sub() + "'");
    }
}
