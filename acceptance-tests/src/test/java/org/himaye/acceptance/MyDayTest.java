package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The start page tells each person what she can do, and names what waits for another (domain.md 2.0). */
class MyDayTest {

    private static final String DAY = "/task/myday.xhtml";

    @Test
    void whatASupervisorHasToDoIsNoLateWorkOfTheCaseworker() {
        String number = lateReview();
        try (Visit caseworker = Visit.of(DemoPerson.caseworker1);
                Visit supervisor = Visit.of(DemoPerson.supervisor1)) {
            caseworker.open(DAY);
            assertEquals(0, rows(caseworker, "due", number));
            caseworker.open(DAY + "?list=OTHERS");
            assertEquals(1, rows(caseworker, "others", number));
            String row = row(caseworker, "others", number);
            assertTrue(row.contains("Rəhbər"), row);
            assertFalse(row.contains("gecik"), "not told as her own delay: " + row);
            caseworker.picture("myday-others");

            supervisor.open(DAY + "?list=DUE");
            assertEquals(1, rows(supervisor, "due", number));
            supervisor
                    .page()
                    .locator("#due tr:has-text('" + number + "') a:has-text('Aç')")
                    .click();
            assertTrue(
                    supervisor.page().url().contains("/plan/progress.xhtml"),
                    supervisor.page().url());
            supervisor.open(DAY).picture("myday-supervisor");
        }
    }

    @Test
    void whatTheListLeavesOutIsBehindALink() {
        for (int i = 0; i < 21; i++) {
            lateReview();
        }
        try (Visit supervisor = Visit.of(DemoPerson.supervisor1)) {
            supervisor.open(DAY);
            assertEquals(20, supervisor.page().locator("#due tbody tr").count());
            supervisor.page().locator("#due .ui-paginator a").click();
            assertTrue(
                    supervisor.page().url().contains("list=DUE"),
                    supervisor.page().url());
            assertTrue(supervisor.page().locator("#due tbody tr").count() > 20);
            assertFalse(supervisor.field("waiting").isVisible(), "this list alone");
            supervisor.picture("myday-whole");
        }
    }

    private static String lateReview() {
        CaseRows rows = CaseRows.active("IDENTIFIED");
        Database.change(
                "insert into himaye.case_deadline (id, case_id, kind, due_at, created_by, created_at, updated_by, updated_at, version)"
                        + " select gen_random_uuid(), id, 'PROGRESS_REVIEW', timestamptz '2001-01-01', created_by, now(), created_by, now(), 0"
                        + " from himaye.case_file where case_number = '" + rows.number() + "'");
        return rows.number();
    }

    private static int rows(Visit visit, String list, String number) {
        return visit.page()
                .locator("#" + list + " tr:has-text('" + number + "')")
                .count();
    }

    private static String row(Visit visit, String list, String number) {
        return List.of(visit.page()
                        .locator("#" + list + " tr:has-text('" + number + "')")
                        .innerText())
                .get(0);
    }
}
