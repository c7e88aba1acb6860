package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A long list is read page by page, on and back again (look 7), and each page is one event of what it shows. */
class PagingTest {

    @Test
    void whatWasDecidedIsReadPageByPage() {
        String number = CaseRows.active("IDENTIFIED").number();
        // A case is decided on once in life; many rows of one case stand for many cases here.
        Database.change(
                "insert into himaye.identification_set (id, version, created_at, created_by, updated_at, updated_by,"
                        + " case_id, receiver_id, sent_at, decided_at, child)"
                        + " select gen_random_uuid(), 0, now(), c.created_by, now(), c.created_by, c.id, s.institution,"
                        + " now(), now() + i * interval '1 second', false"
                        + " from himaye.case_file c, himaye.staff s, generate_series(1, 45) i"
                        + " where c.case_number = '" + number + "' and s.sub = '" + DemoPerson.identification1.sub()
                        + "'");
        try (Visit officer = Visit.of(DemoPerson.identification1)) {
            AccessEvents events = AccessEvents.fromNow();
            officer.open("/identification/queue.xhtml");
            String first = decided(officer);
            assertEquals(20, rows(officer));
            assertEquals(1, events.of(DemoPerson.identification1).size(), "one page is one event");
            turn(officer, ".cw-end a");
            String second = decided(officer);
            assertEquals(20, rows(officer));
            turn(officer, ".cw-end a");
            assertTrue(rows(officer) >= 5, officer.text());
            turn(officer, "> a");
            assertEquals(second, decided(officer), "back is the same page");
            turn(officer, "> a");
            assertEquals(first, decided(officer));
            assertEquals(0, officer.page().locator(".cw-pager > a").count(), "nothing is newer");
            officer.picture("paging-identification");
        }
    }

    @Test
    void aMarkThatNobodyMadeIsTheFirstPage() {
        for (String address :
                List.of("/identification/queue.xhtml", "/reimbursement/queue.xhtml", "/plan/caseload.xhtml")) {
            DemoPerson person =
                    address.startsWith("/identification") ? DemoPerson.identification1 : DemoPerson.supervisor1;
            try (Visit visit = Visit.of(person)) {
                for (String mark : List.of(
                        "x",
                        "1_2",
                        "1_00000000-0000-0000-0000-000000000001",
                        "253402300799000000_ffffffff-ffff-ffff-ffff-ffffffffffff")) {
                    assertEquals(200, visit.open(address + "?before=" + mark).status(), mark);
                    assertEquals(200, visit.open(address + "?after=" + mark).status(), mark);
                }
            }
        }
    }

    private static void turn(Visit visit, String link) {
        visit.page().locator(".cw-pager " + link).click();
        visit.page().waitForLoadState();
    }

    private static String decided(Visit visit) {
        return visit.page().locator("table").last().innerText();
    }

    private static int rows(Visit visit) {
        return visit.page().locator("table").last().locator("tbody tr").count();
    }
}
