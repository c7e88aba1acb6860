package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The auditor's pages say who opened a case and who only had it on a list, and what narrows the log (look.md 7). */
class AuditorTest {

    @Test
    void aListIsNoOpeningAndFiltersCanBeTakenAway() {
        CaseRows rows = CaseRows.active("PRESUMED");
        Database.change("update himaye.case_file set next_due_at = timestamptz '2001-01-01' where case_number = '"
                + rows.number() + "'");
        try (Visit caseworker = Visit.of(DemoPerson.caseworker1)) {
            caseworker.open("/casefile/list.xhtml");
            assertTrue(caseworker.shows(rows.number()));
            caseworker.open("/casefile/overview.xhtml?number=" + rows.number());
        }
        try (Visit auditor = Visit.of(DemoPerson.auditor1)) {
            String address = "/accesslog/case.xhtml?number=" + rows.number();
            auditor.open(address);
            assertEquals("1 1", counts(auditor, "Caseworker 1"));
            auditor.open(address);
            assertEquals("0 1", counts(auditor, "Auditor 1"), "reading the log opens no case");
            auditor.picture("accesslog-case");

            auditor.open("/accesslog/list.xhtml?number=" + rows.number() + "&role=CASEWORKER");
            Locator chips = auditor.page().locator(".cw-chip");
            assertEquals(2, chips.count());
            chips.last().locator("a").click();
            auditor.page().waitForURL(url -> !url.contains("role="));
            assertEquals(1, chips.count());
            assertTrue(auditor.page().url().contains(rows.number()));

            auditor.fill("from", "20.11.2026").fill("to", "01.11.2026").press("Tətbiq et");
            assertTrue(auditor.field("to-error").innerText().contains("Son gün ilk gündən əvvəl"), auditor.text());
        }
    }

    /** Opened and listed, as the table of people tells. */
    private static String counts(Visit visit, String name) {
        Locator cells = visit.page().locator("main table").first().locator("tr:has-text('" + name + "') td");
        return number(cells.nth(1)) + " " + number(cells.nth(2));
    }

    private static String number(Locator cell) {
        return cell.innerText().replaceAll("\\D", "");
    }
}
