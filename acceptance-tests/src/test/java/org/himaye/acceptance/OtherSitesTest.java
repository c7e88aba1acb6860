package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another site may lead a person here and nothing else; a form is taken only from the page that it was shown on, to whom it was shown. */
class OtherSitesTest {

    private static Visit police;

    private static final String SAFETY = "/intake/safety.xhtml";
    private static final String SAVED = "Foreign hand";
    private static final String VIEW_STATE = "jakarta.faces.ViewState=";
    private static final String CHANGES =
            "select count(*) from himaye.access_event where actor = ? and action in ('CREATE', 'UPDATE')";

    @BeforeAll
    static void somebodyIsSignedIn() {
        police = Visit.of(DemoPerson.police2);
    }

    @AfterAll
    static void andLeaves() {
        police.close();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // a link, a bookmark, a script and a frame of other sites, a picture
                "GET, cross-site, navigate, document, -, 200",
                "GET, same-site, navigate, document, -, 200",
                "GET, none, navigate, document, -, 200",
                "GET, same-origin, cors, empty, -, 200",
                "GET, -, -, -, -, 200",
                "GET, cross-site, no-cors, image, -, 404",
                "GET, cross-site, cors, empty, http://evil.example, 404",
                "GET, cross-site, navigate, iframe, -, 404",
                "GET, same-site, no-cors, script, -, 404",
                // forms and scripts of ours, of others, of nobody
                "POST, same-origin, navigate, document, -, 200",
                "POST, same-origin, cors, empty, -, 200",
                "POST, same-origin, navigate, iframe, -, 404",
                "POST, same-origin, no-cors, empty, -, 404",
                "POST, same-site, navigate, document, -, 404",
                "POST, cross-site, navigate, document, http://evil.example, 404",
                "POST, cross-site, cors, empty, http://evil.example, 404",
                "POST, none, navigate, document, -, 404",
                // browsers that say nothing of the site
                "POST, -, -, -, OURS, 200",
                "POST, -, -, -, null, 404",
                "POST, -, -, -, http://evil.example, 404",
                "POST, -, -, -, -, 404",
                "PUT, same-origin, cors, empty, OURS, 404",
                "DELETE, same-origin, cors, empty, OURS, 404"
            })
    @Tag("ASVS-3.5.1")
    @Tag("ASVS-3.5.3")
    @Tag("ASVS-3.5.8")
    @Tag("ASVS-16.3.3")
    void whoAsksDecides(String method, String site, String mode, String dest, String origin, int status) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Sec-Fetch-Site", site);
        headers.put("Sec-Fetch-Mode", mode);
        headers.put("Sec-Fetch-Dest", dest);
        headers.put("Origin", "OURS".equals(origin) ? Himaye.address() : origin);
        headers.values().removeIf(value -> value == null);
        AccessEvents events = AccessEvents.fromNow();

        APIResponse answer = send(police, method, "/task/myday.xhtml", headers, "");

        assertEquals(status, answer.status());
        assertEquals(
                status == 404 ? List.of("DENIED FOREIGN_PAGE") : List.of("ALLOWED null"),
                events.of(DemoPerson.police2).stream()
                        .map(event -> event.outcome().replace("MASKED", "ALLOWED") + " " + event.reason())
                        .toList());
    }

    /** Refused alike at every address that changes something, also those before sign-in. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/signin/out",
                "/signin/exit",
                "/signin/backchannel",
                "/draft",
                "/draft/discard",
                "/referral/send.xhtml"
            })
    @Tag("ASVS-3.5.1")
    void aForeignFormChangesNothingAnywhere(String address) {
        String unknown = text(police.get("/nothing/here.xhtml"));

        APIResponse answer = send(police, "POST", address, foreign(), "logout_token=e30.e30.");

        assertEquals(404, answer.status());
        assertEquals(unknown, text(answer));
        assertEquals(200, police.get("/task/myday.xhtml", "cors").status(), "the session goes on");
    }

    /** The whole of a form, as a page of ours would send it, from elsewhere or with somebody else's view state. */
    @Test
    @Tag("ASVS-1.5.2")
    @Tag("ASVS-3.5.1")
    void aFormIsTakenOnlyFromItsOwnPageAndPerson() {
        String number = Scenes.walkIn(DemoPerson.caseworker2);
        try (Visit visit = Visit.of(DemoPerson.caseworker2);
                Visit attacker = Visit.of(DemoPerson.caseworker1)) {
            String foreignState = state(attacker.open("/casefile/start.xhtml"));
            String otherPage = state(visit.open("/casefile/start.xhtml"));
            String address = SAFETY + "?number=" + number;
            visit.open(address);
            Form.of(visit, "save").texts((id, length) -> SAVED).fill();
            List<String> form = fields(visit);
            long before = changes();

            assertEquals(
                    404,
                    send(visit, "POST", SAFETY, foreign(), body(form, null)).status(),
                    "from elsewhere");
            assertEquals(
                    404,
                    send(visit, "POST", SAFETY, foreign(), body(form, foreignState))
                            .status());
            assertRefused(send(visit, "POST", SAFETY, own(), body(form, foreignState)), "another person's view state");
            assertRefused(send(visit, "POST", SAFETY, own(), body(form, otherPage)), "another page's view state");
            assertRefused(send(visit, "POST", SAFETY, own(), body(form, "")), "an empty one");
            assertRefused(
                    send(visit, "POST", SAFETY, own(), body(form, "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwAC")),
                    "a serialized object");
            assertRefused(
                    send(
                            visit,
                            "POST",
                            SAFETY,
                            own(),
                            body(form.stream()
                                    .filter(field -> !field.startsWith(VIEW_STATE))
                                    .toList())),
                    "none");
            assertEquals(before, changes());
            assertFalse(visit.open(address).page().content().contains("value=\"" + SAVED), "only as a draft");

            visit.open(address);
            Form.of(visit, "save").texts((id, length) -> SAVED).fill();
            APIResponse taken = send(visit, "POST", SAFETY, own(), body(fields(visit)));
            assertNotEquals(before, changes(), () -> "the same, from its page, is taken: " + taken.text());
        }
    }

    /** A real browser on a page of another site, and on one of another port of this machine, to which cookies go. */
    @Test
    void aPageElsewhereThatSendsAFormByItselfReachesNothing() {
        String provider = Himaye.stack().issuer().resolve("/evil").toString();
        for (String evil : List.of("http://evil.example/", provider)) {
            try (Visit visit = Visit.of(DemoPerson.police2)) {
                AccessEvents events = AccessEvents.fromNow();
                Page other = visit.context().newPage();
                other.route(
                        url -> url.startsWith(evil),
                        route -> route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("text/html")
                                        .setBody(
                                                "<form method=post action='" + Himaye.address()
                                                        + "/signin/out'><input name=a value=b></form><script>document.forms[0].submit()</script>")));
                other.navigate(evil);
                other.waitForURL(Pattern.compile(Pattern.quote(Himaye.address()) + "/signin/.*"));
                assertTrue(other.content().contains("Heç nə tapılmadı"), other.content());
                other.close();

                assertEquals(200, visit.get("/task/myday.xhtml", "cors").status(), "still signed in: " + evil);
                assertEquals(
                        URI.create(evil).getHost().equals("localhost") ? 1 : 0,
                        events.of(DemoPerson.police2).stream()
                                .filter(event -> "FOREIGN_PAGE".equals(event.reason()))
                                .count(),
                        "recorded where the browser says who it is");
            }
        }
    }

    private static void assertRefused(APIResponse answer, String what) {
        assertTrue(answer.status() < 500, what + " answered " + answer.status());
        assertFalse(answer.text().contains("Saxlanıldı."), what);
    }

    private static long changes() {
        return Database.number(CHANGES, DemoPerson.caseworker2.sub());
    }

    private static Map<String, String> foreign() {
        return Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");
    }

    private static Map<String, String> own() {
        return Map.of("Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");
    }

    private static APIResponse send(
            Visit visit, String method, String address, Map<String, String> headers, String body) {
        RequestOptions options = RequestOptions.create().setMethod(method);
        headers.forEach(options::setHeader);
        if (!method.equals("GET")) {
            options.setHeader("Content-Type", "application/x-www-form-urlencoded")
                    .setData(body);
        }
        return visit.context().request().fetch(Himaye.address() + address, options);
    }

    private static String state(Visit visit) {
        return visit.page()
                .locator("main input[name='jakarta.faces.ViewState']")
                .first()
                .inputValue();
    }

    /** What the browser would send by the form's button. */
    private static List<String> fields(Visit visit) {
        List<?> pairs = (List<?>) visit.page().evaluate("""
                () => {
                  const button = [...document.querySelectorAll('main form button')].find(b => b.id.endsWith('save'));
                  return [...new FormData(button.form), [button.name, button.value]].map(([k, v]) => k + '=' + v);
                }""");
        return pairs.stream().map(String::valueOf).toList();
    }

    private static String body(List<String> fields) {
        return fields.stream()
                .map(field -> field.split("=", 2))
                .map(field -> encoded(field[0]) + "=" + encoded(field[1]))
                .collect(Collectors.joining("&"));
    }

    private static String body(List<String> fields, String viewState) {
        return body(fields.stream()
                .map(field -> field.startsWith(VIEW_STATE) ? VIEW_STATE + viewState : field)
                .toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(APIResponse answer) {
        return answer.text().replaceAll("[0-9A-F]{8}(?=</)", "");
    }
}
