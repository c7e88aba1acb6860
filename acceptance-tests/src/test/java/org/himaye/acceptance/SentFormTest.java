package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A form that was sent is sent once: neither loading the page anew nor Back asks to send it again, and a click after a file works. */
class SentFormTest {

    @Test
    void aFormThatCameBackWithARemarkIsNotSentAgain() {
        CaseRows rows = CaseRows.active("PRESUMED");
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open("/task/myday.xhtml");
            visit.open("/assessment/edit.xhtml?number=" + rows.number());
            visit.press("Yekunlaşdırmaq");
            assertTrue(visit.page().locator(".cw-summary").isVisible(), visit.text());
            assertEquals(
                    Himaye.address() + "/assessment/edit.xhtml?number=" + rows.number(),
                    visit.page().url(),
                    "the address can be kept");
            List<String> posts = new ArrayList<>();
            visit.page().onRequest(request -> {
                if (request.method().equals("POST") && request.isNavigationRequest()) {
                    posts.add(request.url());
                }
            });

            visit.page().reload();
            assertTrue(visit.page().url().contains(rows.number()));
            visit.open("/intake/overview.xhtml?number=" + rows.number());
            visit.page().goBack();

            assertEquals("İşlər", visit.page().locator(".cw-brand").innerText());
            assertTrue(
                    visit.page().url().contains("/assessment/edit.xhtml?number="),
                    visit.page().url());
            assertEquals(List.of(), posts);
        }
    }

    /** A review that made dead ends: a plan that cannot be written now leads to the case's plan and what comes first. */
    @Test
    void aPlanThatCannotBeWrittenYetLeadsToWhatComesFirst() {
        CaseRows rows = CaseRows.active("PRESUMED");
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open("/plan/edit.xhtml?number=" + rows.number());

            assertTrue(visit.page().locator(".cw-case").innerText().contains(rows.number()), visit.text());
            visit.page()
                    .locator("main a[href*='/assessment/needs.xhtml'].ui-button")
                    .click();
            visit.page().waitForURL("**/assessment/needs.xhtml?number=" + rows.number());
        }
    }
}
