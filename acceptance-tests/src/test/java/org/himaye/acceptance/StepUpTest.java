package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** ASVS 6.8.4, 7.2.4, 7.5.3: taking the log away asks for a second factor of the last minutes, here and not only at the provider. */
class StepUpTest {

    private static final String LOG = "/accesslog/list.xhtml";

    @Test
    @Tag("ASVS-7.2.4")
    @Tag("ASVS-7.5.3")
    void anExportAsksForACodeAndComesBackWithWhatWasTyped() {
        try (Visit visit = Visit.ofStranger().signIn(DemoPerson.auditor1)) {
            visit.open(LOG).fill("who", "Caseworker 1");
            String before = cookie(visit);

            export(visit);
            visit.page().waitForSelector("#otp");
            visit.giveCode(Codes.next(DemoPerson.auditor1)).awaitApplication();

            assertTrue(
                    visit.page().url().startsWith(Himaye.address() + LOG),
                    visit.page().url());
            assertEquals("Caseworker 1", visit.field("who").inputValue());
            assertNotEquals(before, cookie(visit));
            Download file = visit.page().waitForDownload(() -> export(visit));
            assertTrue(file.suggestedFilename().startsWith("accesses-"));
            assertEquals(
                    List.of("EXPORT ALLOWED null", "STEP_UP ALLOWED null", "EXPORT DENIED STEP_UP"), lastEvents(3));

            sixMinutesLater();
            visit.open(LOG);
            visit.page().waitForResponse(answer -> answer.url().contains("/signin/step-up"), () -> export(visit));
            // The provider may still have a code of the last minutes and be through with it by now.
            assertEquals(
                    "EXPORT DENIED STEP_UP",
                    lastEvents(2).stream()
                            .filter(event -> event.startsWith("EXPORT"))
                            .findFirst()
                            .orElseThrow());
        }
    }

    /** The address of the step-up leads nowhere else. */
    @Test
    void aForeignTargetIsNotFollowed() {
        try (Visit visit = Visit.ofStranger()) {
            visit.open("/signin/step-up?to=https://example.org/");

            visit.page().waitForSelector("#username");
        }
    }

    private static void export(Visit visit) {
        visit.page().click("main button[id$='export']");
    }

    private static List<String> lastEvents(int count) {
        return Database.texts(
                "select action || ' ' || outcome || ' ' || coalesce(reason, 'null') from himaye.access_event"
                        + " where actor = ? and action in ('EXPORT', 'STEP_UP') order by seq desc limit " + count,
                DemoPerson.auditor1.sub());
    }

    private static void sixMinutesLater() {
        Database.change("update himaye.signin_session set second_factor_at = now() - interval '6 minutes' where sub = '"
                + DemoPerson.auditor1.sub() + "' and ended_at is null");
    }

    private static String cookie(Visit visit) {
        return visit.context().cookies(Himaye.address() + "/").stream()
                .filter(each -> each.name.equals("__Host-himaye"))
                .map((Cookie each) -> each.value)
                .findFirst()
                .orElseThrow();
    }
}
