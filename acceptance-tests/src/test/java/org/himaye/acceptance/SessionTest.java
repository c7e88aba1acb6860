package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A session begins with a function, lives in its row and ends at once for everybody who must leave. */
class SessionTest {

    private static final String DAY = "/task/myday.xhtml";

    @ParameterizedTest
    @CsvSource({"az,İşlər,Daxil olun", "en,Case work,Sign in", "ru,Дела,Вход"})
    void theSignInPageSpeaksTheLanguageOfThePersonAndNamesNothing(String language, String title, String heading) {
        try (Visit visit = Visit.ofStranger()) {
            visit.context().addCookies(List.of(new Cookie("himaye-language", language).setUrl(Himaye.address())));
            visit.open("/");

            assertEquals(title, visit.page().title());
            assertEquals(heading, visit.page().textContent("h1").trim());
        }
    }

    @Test
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

            assertEquals(
                    "QUICK_EXIT",
                    Database.texts(
                                    "select end_reason from himaye.signin_session where sub = ? order by created desc limit 1",
                                    DemoPerson.caseworker2.sub())
                            .get(0));
        }
    }

    @Test
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
    void aRoleAtTheProviderAloneOpensNothingAndIsRecorded() {
        function(DemoPerson.lawyer1, false);
        try (Visit visit = Visit.of(DemoPerson.lawyer1)) {
            assertTrue(visit.page().url().contains("/signin/page/no-function"));
            assertEquals(
                    "DENIED NO_FUNCTION",
                    Database.texts(
                                    "select outcome || ' ' || reason from himaye.access_event where actor = ?"
                                            + " and action = 'LOGIN' order by seq desc limit 1",
                                    DemoPerson.lawyer1.sub())
                            .get(0));
        } finally {
            function(DemoPerson.lawyer1, true);
        }
    }

    @Test
    void anIdleSessionIsOver() {
        try (Visit visit = Visit.of(DemoPerson.partner1)) {
            Database.change("update himaye.signin_session set last_used = now() - interval '16 minutes' where sub = '"
                    + DemoPerson.partner1.sub() + "'");

            assertEquals(401, statusForScript(visit));
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
}
