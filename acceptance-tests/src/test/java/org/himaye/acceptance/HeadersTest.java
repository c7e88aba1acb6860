package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells the browser, on every address of every kind: pages, refusals, redirects, files, exports, health. */
class HeadersTest {

    /** Addresses that are no page, and some that do not exist. Those that end a session come last. */
    private static final List<String> OTHERS = List.of(
            "/",
            "/nothing/here.xhtml",
            "/metrics",
            "/openapi",
            "/problem",
            "/problem?kind=FAILED",
            "/WEB-INF/web.xml",
            "/plan/plan.xhtml?number=V-000000-0",
            "/draft",
            "/draft/discard",
            "/api/v1/x",
            "/language?to=az",
            "/robots.txt",
            "/favicon.ico",
            "/health",
            "/health/live",
            "/health/ready",
            "/signin/backchannel",
            "/signin/callback",
            "/signin/callback?code=x&state=y",
            "/signin/gone",
            "/signin/page/again",
            "/signin/page/away",
            "/signin/page/left",
            "/signin/page/no-function",
            "/signin/page/nothing",
            "/signin/return?code=x&state=y",
            "/signin/step-up?to=/task/myday.xhtml",
            "/signin/out",
            "/signin/exit");

    private static final List<String> FILES = List.of(
            "/jakarta.faces.resource/himaye.css.xhtml?ln=himaye",
            "/jakarta.faces.resource/himaye.js.xhtml?ln=himaye",
            "/jakarta.faces.resource/mark.svg.xhtml?ln=himaye",
            "/jakarta.faces.resource/fonts/primeicons.woff2.xhtml?ln=himaye",
            "/jakarta.faces.resource/jquery/jquery.js.xhtml?ln=primefaces",
            "/jakarta.faces.resource/nothing.js.xhtml?ln=himaye");

    private static final Map<String, String> EVERYWHERE = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

    @Test
    @Tag("ASVS-3.4.3")
    @Tag("ASVS-3.4.4")
    @Tag("ASVS-3.4.5")
    @Tag("ASVS-3.4.6")
    @Tag("ASVS-3.4.8")
    @Tag("ASVS-13.4.6")
    @Tag("ASVS-14.3.2")
    void everyPageMayBeKeptByNobodyAndRunsNothingOfOthers() {
        List<String> wrong = new ArrayList<>();
        for (DemoPerson person : List.of(DemoPerson.caseworker1, DemoPerson.police1, DemoPerson.auditor1)) {
            try (Visit visit = Visit.of(person)) {
                List<String> addresses = new ArrayList<>(Crawl.of(visit, address -> {}));
                Pages.all().stream().filter(page -> !page.openTo(person)).forEach(page -> addresses.add(page.path()));
                addresses.addAll(OTHERS);
                addresses.forEach(address -> judge(address, answer(visit, "GET", address), wrong));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    @Tag("ASVS-3.4.3")
    void thePagesBeforeSignInToo() {
        List<String> wrong = new ArrayList<>();
        try (Visit visit = Visit.ofStranger()) {
            for (String address : OTHERS) {
                for (String method : List.of("GET", "POST", "HEAD", "PUT", "OPTIONS")) {
                    judge(address, answer(visit, method, address), wrong);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Files hold nothing of anybody: they alone may be kept. */
    @Test
    @Tag("ASVS-3.4.4")
    void filesToo() {
        List<String> wrong = new ArrayList<>();
        try (Visit visit = Visit.ofStranger()) {
            FILES.forEach(address -> judgeAllButCache(address, answer(visit, "GET", address), wrong));
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signin/out", "/signin/exit"})
    @Tag("ASVS-14.3.1")
    void theEndOfASessionClearsWhatTheBrowserHas(String address) {
        try (Visit visit = Visit.of(DemoPerson.police2)) {
            APIResponse answer = visit.context()
                    .request()
                    .post(
                            Himaye.address() + address,
                            RequestOptions.create().setMaxRedirects(0).setHeader("Origin", Himaye.address()));

            assertEquals(303, answer.status());
            assertEquals("\"cache\", \"storage\"", answer.headers().get("clear-site-data"));
        }
    }

    private static APIResponse answer(Visit visit, String method, String address) {
        return visit.context()
                .request()
                .fetch(
                        Himaye.address() + address,
                        RequestOptions.create().setMethod(method).setMaxRedirects(0));
    }

    @Test
    void theStylesheetIsCompressed() {
        try (Visit visit = Visit.of(DemoPerson.police1)) {
            String sheet = visit.page().locator("link[rel=stylesheet]").first().getAttribute("href");
            assertEquals("gzip", visit.get(sheet).headers().get("content-encoding"));
        }
    }

    /** The server answers these itself, before any of our filters. */
    @Test
    @Tag("ASVS-13.4.4")
    @Tag("ASVS-13.4.6")
    void requestsThatNeverReachUsTellNothingOfTheServer() {
        try (Visit visit = Visit.ofStranger()) {
            for (String address : List.of("/%00", "/%2e%2e/%2e%2e/etc/passwd", "/a;b=%00")) {
                APIResponse answer = visit.get(address);
                assertTrue(answer.status() >= 400 || answer.url().contains("/realms/himaye/"), address);
                assertFalse(answer.headers().containsKey("server"), address);
                assertFalse(answer.text().matches("(?is).*(payara|glassfish|grizzly).*"), answer.text());
            }
            assertEquals(405, answer(visit, "TRACE", "/signin/gone").status());
        }
    }

    private static void judge(String address, APIResponse answer, List<String> wrong) {
        check(address, "no-store", "no-store".equals(answer.headers().get("cache-control")), wrong);
        check(address, "not compressed", !answer.headers().containsKey("content-encoding"), wrong);
        judgeAllButCache(address, answer, wrong);
    }

    private static void judgeAllButCache(String address, APIResponse answer, List<String> wrong) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers());
        String policy = headers.getOrDefault("Content-Security-Policy", "");
        EVERYWHERE.forEach((name, value) -> check(address, name, value.equals(headers.get(name)), wrong));
        check(
                address,
                "Strict-Transport-Security over TLS and only there",
                Himaye.address().startsWith("https:")
                        == "max-age=31536000; includeSubDomains".equals(headers.get("Strict-Transport-Security")),
                wrong);
        check(address, "object-src 'none'", policy.contains("object-src 'none'"), wrong);
        check(address, "base-uri 'none'", policy.contains("base-uri 'none'"), wrong);
        check(address, "form-action 'self'", policy.contains("form-action 'self'"), wrong);
        check(address, "default-src 'self'", policy.contains("default-src 'self'"), wrong);
        check(address, "frame-ancestors 'none'", policy.contains("frame-ancestors 'none'"), wrong);
        check(address, "no unsafe script", !policy.contains("unsafe-eval") && !scripts(policy), wrong);
        check(
                address,
                "one policy",
                answer.headersArray().stream()
                                .filter(h -> h.name.equalsIgnoreCase("Content-Security-Policy"))
                                .count()
                        == 1,
                wrong);
        check(address, "no Server", !headers.containsKey("Server"), wrong);
        check(address, "no X-Powered-By", !headers.containsKey("X-Powered-By"), wrong);
        check(address, "no name of a server", !answer.text().matches("(?is).*(payara|glassfish|grizzly).*"), wrong);
    }

    private static boolean scripts(String policy) {
        int at = policy.indexOf("script-src ");
        return at >= 0 && policy.substring(at).contains("'unsafe-inline'");
    }

    private static void check(String address, String what, boolean holds, List<String> wrong) {
        if (!holds) {
            wrong.add(address + " lacks: " + what);
        }
    }

    @Test
    @Tag("ASVS-3.3.1")
    @Tag("ASVS-3.3.2")
    @Tag("ASVS-3.3.3")
    @Tag("ASVS-3.3.4")
    @Tag("ASVS-14.3.3")
    void theCookiesStayWithThisServerAndAwayFromScripts() {
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open("/language?to=az&back=/");
            List<Cookie> ours = visit.context().cookies(Himaye.address() + "/");
            assertEquals(2, ours.size(), "session and language");
            for (Cookie cookie : ours) {
                assertTrue(cookie.name.startsWith("__Host-himaye"), cookie.name);
                assertTrue(cookie.httpOnly, cookie.name);
                assertTrue(cookie.secure, cookie.name);
                assertEquals("/", cookie.path);
                assertEquals(SameSiteAttribute.LAX, cookie.sameSite);
                assertEquals(cookie.name.equals("__Host-himaye"), cookie.expires == -1, "ends with the browser");
            }
            Object stored = visit.page().evaluate("() => localStorage.length + sessionStorage.length");
            assertEquals(0, ((Number) stored).intValue(), "nothing is kept in the browser");
        }
    }

    @Test
    @Tag("ASVS-13.4.5")
    void thereIsNothingOfTheServerToOpen() {
        try (Visit visit = Visit.of(DemoPerson.police1)) {
            for (String address :
                    List.of("/metrics", "/openapi", "/openapi/ui/", "/management", "/asadmin", "/WEB-INF/web.xml")) {
                assertEquals(404, visit.get(address).status(), address);
            }
        }
    }
}
