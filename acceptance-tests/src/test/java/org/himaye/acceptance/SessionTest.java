package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A session begins with a function, lives in its row and ends at once for everybody who must leave. */
class SessionTest {

    private static final String DAY = "/task/myday.xhtml";
    private static final String REJECTED =
            "select count(*) from himaye.access_event where action = 'LOGIN' and reason = 'NO_PROOF'";

    @ParameterizedTest
    @CsvSource({"az,İşlər,Daxil olun", "en,Case work,Sign in", "ru,Дела,Вход"})
    void theSignInPageSpeaksTheLanguageOfThePersonAndNamesNothing(String language, String title, String heading) {
        try (Visit visit = Visit.ofStranger()) {
            visit.open("/language?back=/&to=" + language);

            assertEquals(title, visit.page().title());
            assertEquals(heading, visit.page().textContent("h1").trim());
        }
    }

    @Test
    @Tag("ASVS-10.1.1")
    void theBrowserHoldsOneCookieThatNoScriptReads() {
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            Cookie cookie = visit.context().cookies(Himaye.address() + "/").stream()
                    .filter(each -> each.name.equals("__Host-himaye"))
                    .findFirst()
                    .orElseThrow();

            assertTrue(cookie.httpOnly);
            assertTrue(cookie.secure);
            assertEquals("/", cookie.path);
            assertFalse(cookie.value.contains("."), "a token would have dots");
            assertEquals(0, ((Number) visit.page().evaluate("localStorage.length + sessionStorage.length")).intValue());
        }
    }

    @Test
    @Tag("ASVS-7.4.1")
    void whoeverSignsOutIsAskedForThePasswordAgain() {
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            leaveBy("/signin/out", visit);

            visit.open(DAY);

            assertTrue(visit.page().isVisible("#password"));
        }
    }

    @Test
    void quickExitEndsTheSessionBeforeItAnswers() {
        try (Visit visit = Visit.of(DemoPerson.caseworker2)) {
            leaveBy("/signin/exit", visit);

            assertEquals("QUICK_EXIT", endOfLast(DemoPerson.caseworker2));
        }
    }

    @Test
    @Tag("ASVS-8.3.2")
    void theEndOfAFunctionEndsTheSession() {
        try (Visit visit = Visit.of(DemoPerson.medic1)) {
            function(DemoPerson.medic1, false);
            try {
                assertEquals(401, statusForScript(visit));
            } finally {
                function(DemoPerson.medic1, true);
            }
        }
    }

    @Test
    @Tag("ASVS-16.3.1")
    void aRoleAtTheProviderAloneOpensNothingAndIsRecorded() {
        function(DemoPerson.lawyer1, false);
        try (Visit visit = Visit.of(DemoPerson.lawyer1)) {
            assertTrue(visit.page().url().contains("/signin/page/no-function"));
            assertEquals(
                    "DENIED NO_FUNCTION",
                    Database.texts(
                                    "select outcome || ' ' || reason from himaye.access_event where actor = ?"
                                            + " and action = 'LOGIN' and act not like 'provider.%' order by seq desc limit 1",
                                    DemoPerson.lawyer1.sub())
                            .get(0));
        } finally {
            function(DemoPerson.lawyer1, true);
        }
    }

    /** BR-072: a job with an act beside it that nobody has beside that job. */
    @ParameterizedTest
    @ValueSource(strings = {"accesslog.read", "disclosure.decide"})
    void anActAddedAtTheProviderThatIsNotForThisJobOpensNothing(String act) {
        String role = "[" + Himaye.stack().realm().get("roles/" + act) + "]";
        atTheProvider("POST", DemoPerson.lawyer1, "/role-mappings/realm", role);
        try (Visit visit = Visit.of(DemoPerson.lawyer1)) {
            assertTrue(
                    visit.page().url().contains("/signin/page/no-function"),
                    visit.page().url());
        } finally {
            atTheProvider("DELETE", DemoPerson.lawyer1, "/role-mappings/realm", role);
        }
    }

    @Test
    @Tag("ASVS-7.3.1")
    void anIdleSessionIsOver() {
        try (Visit visit = Visit.of(DemoPerson.partner1)) {
            Database.change("update himaye.signin_session set last_used = now() - interval '16 minutes' where sub = '"
                    + DemoPerson.partner1.sub() + "'");

            assertEquals(401, statusForScript(visit));
        }
    }

    @Test
    @Tag("ASVS-7.3.2")
    void afterTenHoursItIsOverHoweverBusy() {
        try (Visit visit = Visit.of(DemoPerson.partner1)) {
            Database.change("update himaye.signin_session set created = now() - interval '601 minutes' where sub = '"
                    + DemoPerson.partner1.sub() + "'");

            assertEquals(401, statusForScript(visit));
        }
    }

    @Test
    @Tag("ASVS-7.4.2")
    void whoIsDisabledAtTheProviderIsOutWithinAMinute() {
        try (Visit visit = Visit.of(DemoPerson.psychologist1)) {
            aMinutePasses(DemoPerson.psychologist1);
            assertEquals(200, statusForScript(visit), "as long as the provider vouches");

            enabledAtTheProvider(DemoPerson.psychologist1, false);
            try {
                aMinutePasses(DemoPerson.psychologist1);

                assertEquals(401, statusForScript(visit));
                assertEquals("PROVIDER", endOfLast(DemoPerson.psychologist1));
            } finally {
                enabledAtTheProvider(DemoPerson.psychologist1, true);
            }
        }
    }

    @Test
    @Tag("ASVS-7.4.5")
    @Tag("ASVS-7.6.1")
    void anEndAtTheProviderIsAnEndHereAtOnce() {
        try (Visit visit = Visit.of(DemoPerson.privacy1)) {
            atTheProvider("POST", DemoPerson.privacy1, "/logout", null);

            assertEquals(401, statusForScript(visit));
            assertEquals("PROVIDER", endOfLast(DemoPerson.privacy1));
            assertEquals(
                    "ALLOWED",
                    Database.texts(
                                    "select outcome from himaye.access_event where actor = ? and action = 'LOGOUT' and act not like 'provider.%'"
                                            + " order by seq desc limit 1",
                                    DemoPerson.privacy1.sub())
                            .get(0));
        }
    }

    @Test
    @Tag("ASVS-10.5.5")
    void aForgedEndIsRefused() {
        try (Visit visit = Visit.of(DemoPerson.privacy1)) {
            APIResponse answer = visit.context()
                    .request()
                    .post(
                            Himaye.address() + "/signin/backchannel",
                            RequestOptions.create().setForm(FormData.create().set("logout_token", "e30.e30.")));

            assertEquals(400, answer.status());
            assertEquals(200, statusForScript(visit));
        }
    }

    @Test
    @Tag("ASVS-7.5.2")
    void aSessionElsewhereCanBeSeenAndEnded() {
        // Each in a browser of its own, of which the provider knows nothing: those that it knows end together.
        try (Visit lost = Visit.ofStranger().signIn(DemoPerson.medic1);
                Visit here = Visit.ofStranger().signIn(DemoPerson.medic1)) {
            here.open("/organisation/sessions.xhtml");
            int before = here.page().locator("table tbody tr").count();
            assertTrue(before >= 2);

            int others = before - 1;
            while (others > 0) {
                here.page().locator("main button").first().click();
                here.page().waitForLoadState();
                int left = here.page().locator("main button").count();
                assertTrue(left < others, here.text());
                others = left;
            }

            assertEquals(401, statusForScript(lost));
            assertEquals(200, statusForScript(here));
            assertEquals(1, here.page().locator("table tbody tr").count());
        }
    }

    @Test
    @Tag("ASVS-10.1.2")
    @Tag("ASVS-16.3.1")
    void aReturnThatProvesNothingIsRecorded() {
        long before = Database.number(REJECTED);
        try (Visit visit = Visit.ofStranger()) {
            visit.open("/");
            visit.open(
                    "/signin/callback?state=forged&code=y&iss=" + Himaye.stack().issuer());

            assertEquals(400, visit.status());
            assertEquals(before + 1, Database.number(REJECTED));
        }
    }

    @Test
    void aScriptOfAPageLearnsThatSignInIsNeeded() {
        try (Visit visit = Visit.ofStranger()) {
            APIResponse plain = visit.context()
                    .request()
                    .get(Himaye.address() + DAY, RequestOptions.create().setHeader("Sec-Fetch-Mode", "cors"));
            APIResponse partial = visit.context()
                    .request()
                    .post(Himaye.address() + DAY, RequestOptions.create().setHeader("Faces-Request", "partial/ajax"));

            assertEquals(401, plain.status());
            assertTrue(partial.text().contains("<redirect url=\"" + DAY + "\"/>"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/signin/callback", "/signin/callback?state=x&code=y", "/signin/callback?error=access_denied"})
    @Tag("ASVS-10.2.1")
    void anInventedReturnFromTheProviderLeadsToAPlainPage(String address) {
        try (Visit visit = Visit.ofStranger()) {
            visit.open(address);

            assertEquals(400, visit.status());
            assertTrue(visit.page().url().contains("/signin/page/again?number="));
        }
    }

    @Test
    void theInterfaceTakesNoCookie() {
        try (Visit visit = Visit.of(DemoPerson.partner1)) {
            assertEquals(
                    401,
                    visit.context()
                            .request()
                            .get(Himaye.address() + "/api/v1/x")
                            .status());
        }
    }

    /** A page would be led to the provider, who may still know the person; a script only hears how it stands here. */
    private static int statusForScript(Visit visit) {
        return ((Number) visit.page().evaluate("async address => (await fetch(address)).status", DAY)).intValue();
    }

    private static void leaveBy(String address, Visit visit) {
        visit.page().evaluate("address => fetch(address, {method: 'POST', redirect: 'manual'})", address);
    }

    private static void function(DemoPerson person, boolean active) {
        Database.change("update himaye.staff set active = " + active + " where sub = '" + person.sub() + "'");
    }

    private static void enabledAtTheProvider(DemoPerson person, boolean enabled) {
        atTheProvider("PUT", person, "", "{\"enabled\": " + enabled + "}");
    }

    private static void atTheProvider(String method, DemoPerson person, String what, String body) {
        assertEquals(204, Himaye.stack().realm().change(method, "users/" + person.sub() + what, body));
    }

    private static void aMinutePasses(DemoPerson person) {
        Database.change("update himaye.signin_session set verified_at = now() - interval '61 seconds' where sub = '"
                + person.sub() + "'");
    }

    private static String endOfLast(DemoPerson person) {
        return Database.texts(
                        "select end_reason from himaye.signin_session where sub = ? order by created desc limit 1",
                        person.sub())
                .get(0);
    }
}
