package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every answer tells the browser, on every address of every kind. */
class HeadersTest {

    private static final List<String> PROBLEMS = List.of(
            "/nothing/here.xhtml",
            "/metrics",
            "/openapi",
            "/problem",
            "/WEB-INF/web.xml",
            "/plan/plan.xhtml?number=V-000000-0");

    @Test
    void everyPageMayBeKeptByNobodyAndRunsNothingOfOthers() {
        List<String> wrong = new ArrayList<>();
        for (DemoPerson person : List.of(DemoPerson.caseworker1, DemoPerson.police1, DemoPerson.auditor1)) {
            try (Visit visit = Visit.of(person)) {
                List<String> addresses = new ArrayList<>(Crawl.of(visit, address -> {}));
                addresses.addAll(PROBLEMS);
                addresses.forEach(address -> judge(address, visit.get(address), wrong));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void thePagesBeforeSignInToo() {
        List<String> wrong = new ArrayList<>();
        try (Visit visit = Visit.ofStranger()) {
            for (String address : List.of("/signin/gone", "/problem", "/signin/return?code=x&state=y")) {
                judge(address, visit.get(address), wrong);
            }
        }
        assertEquals(List.of(), wrong);
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
    void requestsThatNeverReachUsTellNothingOfTheServer() {
        try (Visit visit = Visit.ofStranger()) {
            for (String address : List.of("/%00", "/%2e%2e/%2e%2e/etc/passwd", "/a;b=%00")) {
                APIResponse answer = visit.get(address);
                assertTrue(answer.status() >= 400 || answer.url().contains("/realms/himaye/"), address);
                assertFalse(answer.headers().containsKey("server"), address);
                assertFalse(answer.text().matches("(?is).*(payara|glassfish|grizzly).*"), answer.text());
            }
        }
    }

    private static void judge(String address, APIResponse answer, List<String> wrong) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers());
        String policy = headers.getOrDefault("Content-Security-Policy", "");
        check(address, "no-store", headers.getOrDefault("Cache-Control", "").contains("no-store"), wrong);
        check(address, "nosniff", "nosniff".equals(headers.get("X-Content-Type-Options")), wrong);
        check(address, "not compressed", !headers.containsKey("Content-Encoding"), wrong);
        check(address, "no-referrer", headers.containsKey("Referrer-Policy"), wrong);
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
    void theSessionCookieStaysWithThisServerAndAwayFromScripts() {
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            List<Cookie> ours = visit.context().cookies(Himaye.address()).stream()
                    .filter(cookie -> cookie.name.startsWith("__Host-himaye"))
                    .toList();
            assertFalse(ours.isEmpty());
            for (Cookie cookie : ours) {
                assertTrue(cookie.httpOnly, cookie.name);
                assertTrue(cookie.secure, cookie.name);
                assertEquals("/", cookie.path);
                assertEquals(SameSiteAttribute.LAX, cookie.sameSite);
                assertEquals(-1, cookie.expires, "ends with the browser");
            }
            Object stored = visit.page().evaluate("() => localStorage.length + sessionStorage.length");
            assertEquals(0, ((Number) stored).intValue(), "nothing is kept in the browser");
        }
    }
}
