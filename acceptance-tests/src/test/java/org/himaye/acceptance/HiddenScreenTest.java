package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The screen hides when nobody is at it (issue of sign-in, 6): nothing can be read, nothing typed is lost, no timer keeps the session. */
class HiddenScreenTest {

    private String address;
    private String number;

    @BeforeEach
    void aCase() {
        number = CaseRows.active("PRESUMED").number();
        address = "/intake/person.xhtml?number=" + number;
    }

    @Test
    void afterFiveMinutesNothingCanBeReadAndAKeyBringsEverythingBack() {
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            Page page = awayFrom(visit);

            assertFalse(page.locator("main").isVisible());
            assertFalse(visit.shows(number), visit.text());
            assertFalse(visit.shows("caseworker1") || visit.shows(DemoPerson.caseworker1.username()), visit.text());
            assertFalse(page.title().contains(number));
            assertTrue(page.locator(".cw-exit").isVisible(), "the way out is always there");

            page.keyboard().press("x");
            page.locator("main").waitFor();

            assertEquals("Gizli", visit.field("familyName").inputValue(), "and the key itself types nothing");
        }
    }

    @Test
    void whileItIsHiddenNoTimerKeepsTheSession() {
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            Page page = visit.page();
            page.clock().install();
            visit.open(address);
            String lastUse = lastUse();
            page.clock().fastForward("20:00");
            page.locator("#cover").waitFor();
            page.clock().fastForward("20:00");

            assertEquals(lastUse, lastUse());
        }
    }

    @Test
    void whoseSessionHasEndedIsLedToSignInAndFindsTheText() {
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            Page page = awayFrom(visit);
            Database.change("update himaye.signin_session set last_used = now() - interval '16 minutes' where sub = '"
                    + DemoPerson.caseworker1.sub() + "'");

            page.locator("#cover button").click();
            // The provider may still know the browser; either way the page is this one again.
            page.waitForURL(url -> url.contains("/realms/") || url.endsWith(address));
            page.waitForCondition(() -> page.locator("#password, .cw-unsent").count() > 0);
            if (page.locator("#password").count() > 0) {
                visit.givePassword(DemoPerson.caseworker1, DemoPerson.PASSWORD).awaitApplication();
            }

            assertEquals("Gizli", visit.field("familyName").inputValue());
            assertTrue(page.locator(".cw-unsent").isVisible(), visit.text());
        }
    }

    private Page awayFrom(Visit visit) {
        Page page = visit.page();
        page.clock().install();
        visit.open(address);
        page.waitForResponse(response -> response.url().endsWith("/draft"), () -> {
            visit.field("familyName").pressSequentially("Gizli");
            page.keyboard().press("Tab");
        });
        page.clock().fastForward("04:50");
        assertTrue(page.locator("main").isVisible(), "not while somebody may still read");
        page.clock().fastForward("00:20");
        page.locator("#cover").waitFor();
        return page;
    }

    private static String lastUse() {
        List<String> used = Database.texts(
                "select max(last_used)::text from himaye.signin_session where sub = ?", DemoPerson.caseworker1.sub());
        return used.get(0);
    }
}
