package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** F19: the server is restarted under an open form. The page notices, keeps again after a new sign-in, and nothing is lost. */
class DraftRestartTest {

    @BeforeAll
    static void onlyServersOfOurOwn() {
        assumeTrue(Himaye.stack().isOwn());
    }

    @Test
    void aFormThatIsOpenWhileTheServerIsRestartedKeepsItsText() {
        String address = "/intake/person.xhtml?number=" + Scenes.walkIn(DemoPerson.caseworker1);
        Visit visit = Visit.of(DemoPerson.caseworker1);
        visit.open(address).fill("familyName", "Əvvəl");
        visit.page().waitForResponse("**/draft", () -> visit.field("familyName").blur());

        Himaye.stack().stopPayara();
        try {
            visit.fill("aliases", "Arada");
            visit.field("aliases").blur();
        } finally {
            Himaye.stack().startPayara();
        }
        visit.page().locator("#signed-out").waitFor();
        Page second = visit.context()
                .waitForPage(() -> visit.page().locator("#signed-out a").click());
        second.waitForURL(Himaye.address() + "/**");
        second.close();
        visit.page().waitForResponse("**/draft", () -> visit.fill("patronymic", "Sonra"));
        visit.press("Yadda saxla");

        assertTrue(visit.page().url().endsWith(address), visit.page().url());
        assertEquals("Əvvəl", visit.field("familyName").inputValue());
        assertEquals("Arada", visit.field("aliases").inputValue());
        assertEquals("Sonra", visit.field("patronymic").inputValue());
        visit.leave();
    }
}
