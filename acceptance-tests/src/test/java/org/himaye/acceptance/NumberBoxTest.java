package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The number box of the bar and the filters of lists (look.md 4, 7). */
class NumberBoxTest {

    @Test
    void aNumberOpensItsPageAndAWrongCheckCharacterIsToldBeforeAnyLookUp() {
        String number = CaseRows.active("PRESUMED").number();
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open("/task/myday.xhtml");
            visit.page().keyboard().press("/");
            visit.page().keyboard().type(number.toLowerCase(Locale.ROOT).replace("-", ""));
            visit.page().keyboard().press("Enter");
            visit.page().waitForURL("**/casefile/overview.xhtml?number=" + number);

            AccessEvents events = AccessEvents.fromNow();
            String wrong = number.substring(0, 9) + (number.endsWith("A") ? "B" : "A");
            Response answer = ask(visit, wrong);

            assertEquals(200, answer.status());
            visit.page().waitForLoadState();
            assertTrue(visit.shows("Bu, nömrə deyil və ya bir işarə səhvdir."), visit.text());
            assertFalse(visit.page().url().contains(wrong.substring(2, 8)), "what was typed stands in no address");
            assertEquals(List.of(), events.of(DemoPerson.caseworker1));
        }
    }

    @Test
    void unknownAndForbiddenAreAnsweredAlike() {
        String others = CaseRows.active("PRESUMED").number();
        try (Visit visit = Visit.of(DemoPerson.caseworker2)) {
            visit.open("/task/myday.xhtml");
            Response forbidden = ask(visit, others);
            String one = Witness.bare(forbidden.text());
            visit.open("/task/myday.xhtml");
            Response unknown = ask(visit, "V-000000-0");

            assertEquals(404, forbidden.status());
            assertEquals(404, unknown.status());
            assertEquals(one, Witness.bare(unknown.text()));
        }
    }

    @Test
    void casesAreFilteredByDeadlineAndTheFilterCanBeTakenAway() {
        String late = CaseRows.active("PRESUMED").number();
        Database.change("update himaye.case_file set next_due_at = timestamptz '2001-01-01' where case_number = '"
                + late + "'");
        String free = CaseRows.active("PRESUMED").number();
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open("/casefile/list.xhtml?due=LATE&status=ACTIVE");
            assertTrue(visit.shows(late), visit.text());
            assertFalse(visit.shows(free));
            Locator chips = visit.page().locator(".cw-chip");
            assertEquals(2, chips.count());

            chips.filter(new Locator.FilterOptions().setHasText("Aktiv"))
                    .or(chips.first())
                    .first()
                    .locator("a")
                    .click();
            visit.page().waitForURL(url -> !url.contains("status=ACTIVE"));
            assertTrue(visit.page().url().contains("due=LATE"), "the other one stays");
            assertEquals(1, chips.count());
        }
    }

    @Test
    void aCountOfTheDayLeadsToItsOwnList() {
        CaseRows rows = CaseRows.active("PRESUMED");
        Database.change(
                "insert into himaye.case_deadline (id, case_id, kind, due_at, created_by, created_at, updated_by, updated_at, version)"
                        + " select gen_random_uuid(), id, 'INTAKE', timestamptz '2001-01-01', created_by, now(), created_by, now(), 0"
                        + " from himaye.case_file where case_number = '" + rows.number() + "'");
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open("/task/myday.xhtml");
            int late = Integer.parseInt(
                    visit.page().locator(".cw-count.is-late b").innerText().strip());
            visit.page().locator(".cw-count.is-late").click();
            visit.page().waitForURL("**/task/myday.xhtml?list=DUE&until=LATE");

            assertTrue(visit.shows(rows.number()), visit.text());
            assertEquals(
                    Math.min(late, 200), visit.page().locator("#due tbody tr").count());
            visit.page().locator(".cw-chip a").click();
            visit.page().waitForURL(url -> url.endsWith("/task/myday.xhtml?list=DUE"));
        }
    }

    private static Response ask(Visit visit, String number) {
        visit.page().locator(".cw-find input").fill(number);
        return visit.page()
                .waitForResponse(
                        response -> response.request().isNavigationRequest() && response.status() != 303,
                        () -> visit.page().keyboard().press("Enter"));
    }
}
