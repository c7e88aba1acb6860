package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What browsers let people do besides following links: many tabs, Back after leaving, a page that stays open while its person must go. */
class TabsAndBackTest {

    private static final String PUT_BACK = "yerinə qaytarıldı";

    /** More than the server keeps pages of one session. */
    private static final int TABS = 16;

    private static String number;
    private static String address;

    @BeforeAll
    static void aCase() {
        number = Scenes.walkIn(DemoPerson.caseworker2);
        address = "/intake/person.xhtml?number=" + number;
    }

    @Test
    @Tag("ASVS-7.4.1")
    @Tag("ASVS-14.3.1")
    void afterSignOutBackShowsNothing() {
        try (Visit visit = Visit.of(DemoPerson.caseworker2)) {
            visit.open("/intake/overview.xhtml?number=" + number);
            assertTrue(visit.shows(number));

            visit.page().locator(".cw-out").first().click();
            visit.page().waitForURL("**/signin/page/left");
            visit.page().goBack();

            assertFalse(visit.page().content().contains(number));
            assertTrue(visit.page().isVisible("#password"), visit.page().url());
        }
    }

    /** F19: the oldest tab's page is gone from the server, its text is not. */
    @Test
    void theFirstOfManyTabsLosesNothing() {
        try (Visit visit = Visit.of(DemoPerson.caseworker2)) {
            visit.open(address);
            // Only the form itself gets through: the text is not kept by another way.
            visit.stopDrafts();
            visit.fill("familyName", "Birinci");
            for (int tab = 1; tab < TABS; tab++) {
                assertEquals(200, visit.get("/casefile/start.xhtml").status());
            }

            visit.field("save").click();
            visit.page().waitForLoadState();

            assertTrue(visit.shows(PUT_BACK), visit.text());
            assertEquals("Birinci", visit.field("familyName").inputValue());
            discard(visit);
        }
    }

    /** One browser, one person: a second tab that still asks for a name goes on as the one who signed in, and nobody else slips in. */
    @Test
    void signInsBegunInTwoTabsEndAsTheSamePersonEachOnItsOwnPage() {
        try (Visit visit = Visit.ofStranger()) {
            visit.open("/referral/sent.xhtml");
            Page second = visit.context().newPage();
            second.navigate(Himaye.address() + "/referral/send.xhtml");
            assertTrue(second.isVisible("#username"));

            visit.givePassword(DemoPerson.police2, DemoPerson.PASSWORD).awaitApplication();
            second.waitForURL(Himaye.address() + "/referral/send.xhtml");

            assertTrue(
                    visit.page().url().endsWith("/referral/sent.xhtml"),
                    visit.page().url());
            assertEquals(who(visit.page()), who(second));
            assertEquals(200, status(visit.page()));
            assertEquals(200, status(second));
        }
    }

    private static String who(Page page) {
        return page.locator(".cw-user a").first().innerText();
    }

    private static int status(Page page) {
        return ((Number) page.evaluate("async () => (await fetch('/task/myday.xhtml')).status")).intValue();
    }

    /** The next test begins with an empty form. */
    private static void discard(Visit visit) {
        visit.press("Mətni sil");
    }
}
