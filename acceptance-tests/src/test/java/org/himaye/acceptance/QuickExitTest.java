package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Quick exit (look.md 4): blank at once, signed out, on another site; Back finds only a sign-in page; without a network blank. */
class QuickExitTest {

    private static final String ONLINE = "Object.defineProperty(navigator, 'onLine', {get: () => %s})";

    @Test
    void itEndsOnAnotherSiteThatLearnsNothingAndBackFindsNothing() {
        String number = CaseRows.active("PRESUMED").number();
        List<String> told = new ArrayList<>();
        try (Visit visit = Visit.of(DemoPerson.caseworker2)) {
            Page page = visit.page();
            page.addInitScript(ONLINE.formatted(true));
            page.route(Pattern.compile("https://.*"), route -> {
                told.add(String.valueOf(route.request().headers().get("referer")));
                route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody("<title>Hava</title>Hava"));
            });
            visit.open("/task/myday.xhtml");
            visit.open("/casefile/list.xhtml");

            page.locator(".cw-exit").click();
            page.waitForURL(Pattern.compile("https://.*"));

            assertEquals(List.of("null"), told, "not even where from");
            page.goBack();
            page.locator("#password").waitFor();
            assertFalse(page.content().contains(number));
        }
    }

    @Test
    void withoutANetworkThePageIsBlank() {
        try (Visit visit = Visit.of(DemoPerson.caseworker2)) {
            Page page = visit.page();
            visit.open("/casefile/list.xhtml");
            visit.context().setOffline(true);

            page.locator(".cw-exit").click();
            page.waitForURL("**/signin/gone");

            assertEquals("", page.title());
            assertEquals("", visit.text());
            assertTrue(page.content().length() < 3000, "nothing is left in it either");
            visit.leave();
        }
    }

    @Test
    void onAServerWithoutANetworkItEndsBlankAndSignedOut() {
        try (Visit visit = Visit.of(DemoPerson.caseworker2)) {
            Page page = visit.page();
            page.addInitScript(ONLINE.formatted(false));
            visit.open("/casefile/list.xhtml");

            page.locator(".cw-exit").click();
            page.waitForURL("**/signin/gone");
            page.waitForCondition(() -> page.title().equals("·"));

            assertEquals("", visit.text());
            assertEquals(401, visit.get("/casefile/list.xhtml", "cors").status(), "and signed out");
        }
    }
}
