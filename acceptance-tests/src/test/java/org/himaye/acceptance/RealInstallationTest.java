package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.himaye.stack.SecondFactor;
import org.himaye.stack.SecondInstallation;
import org.himaye.stack.StackProblem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;

/**
 * An installation for real data as docs/operations.md sets it up: browser, Keycloak and PostgreSQL over TLS only, with certificates of
 * an own authority, nobody of the demo, and one administrator to begin with.
 */
@Execution(CONCURRENT)
class RealInstallationTest {

    private static final String OWN_PASSWORD = "a password of her own";

    @TempDir
    static Path folder;

    private static SecondInstallation tls;

    @BeforeAll
    static void start() {
        tls = new SecondInstallation(folder.resolve("var"));
        tls.startForRealData();
    }

    @AfterAll
    static void stop() {
        tls.close();
    }

    private static List<Integer> ports() {
        return List.of(tls.ports().web(), tls.ports().keycloak());
    }

    @Test
    @Tag("ASVS-12.1.1")
    @Tag("ASVS-12.1.2")
    void onlyModernProtocolsAndCiphersAreSpoken() throws IOException {
        for (int port : ports()) {
            var modern = new ClientHello(ClientHello.TLS_1_2, List.of(ClientHello.AUTHENTICATED, ClientHello.CBC));
            assertTrue(modern.isAcceptedBy(port), port + " refuses everybody");
            assertFalse(
                    new ClientHello(ClientHello.TLS_1_1, modern.ciphers()).isAcceptedBy(port),
                    port + " speaks TLS 1.1");
            assertFalse(
                    new ClientHello(ClientHello.TLS_1_2, List.of(ClientHello.CBC)).isAcceptedBy(port),
                    port + " takes encryption that is not authenticated");
        }
    }

    @Test
    @Tag("ASVS-3.4.1")
    void certificatesProveTheServersAndTheBrowserIsToldToStay() throws Exception {
        for (int port : ports()) {
            HttpResponse<String> answer = get("https://localhost:" + port + "/realms/himaye");
            assertEquals("TLSv1.3", answer.sslSession().orElseThrow().getProtocol());
            assertTrue(
                    answer.headers()
                            .firstValue("Strict-Transport-Security")
                            .orElse("")
                            .matches("max-age=[0-9]{8,}; *includeSubDomains.*"),
                    port + ": " + answer.headers().map());
            assertThrows(
                    IOException.class, () -> get("http://localhost:" + port + "/"), port + " also speaks in clear");
        }
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        try (HttpClient client = tls.client()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    @Tag("ASVS-12.2.1")
    void theFirstAdministratorComesInAndNobodyStandsAboveHer() throws Exception {
        String once = tls.inviteFirstAdministrator("a.aliyeva", "Aygün Əliyeva", "Head office");
        List<String> inClear = new ArrayList<>();
        // The browser does not know the authority; that the certificates hold is asked above.
        try (var context = Himaye.browser().newContext(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true))) {
            Page page = context.newPage();
            page.onRequest(request -> {
                if (!request.url().startsWith("https://")) {
                    inClear.add(request.url());
                }
            });
            page.navigate(tls.address().toString());
            page.fill("#username", "a.aliyeva");
            page.fill("#password", once);
            page.click("#kc-login");
            page.fill("#password-new", OWN_PASSWORD);
            page.fill("#password-confirm", OWN_PASSWORD);
            page.click("#kc-login");
            enrol(page);
            page.waitForURL(tls.address() + "task/myday.xhtml");
            assertEquals(
                    200,
                    page.navigate(tls.address() + "organisation/invite.xhtml").status());
            assertTrue(
                    context.cookies().stream().allMatch(cookie -> cookie.secure),
                    () -> context.cookies().toString());
        }
        assertEquals(List.of(), inClear);
        assertThrows(StackProblem.class, () -> tls.realm().get(""), "Keycloak's own administrator is still there");
        assertThrows(StackProblem.class, () -> tls.inviteFirstAdministrator("b.aliyev", "B. Əliyev", "Head office"));
    }

    private static void enrol(Page page) {
        var factor = new SecondFactor(page.inputValue("[name=totpSecret]").getBytes(StandardCharsets.UTF_8));
        page.fill("#totp", factor.code(SecondFactor.window(Instant.now())));
        page.click("#saveTOTPBtn");
    }

    @Test
    void nobodyOfTheDemoIsThere() throws Exception {
        try (var connection = DriverManager.getConnection(tls.databaseUrl());
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select (select count(*) from himaye.case_file) + (select count(*) from himaye.staff where account in ('admin1', 'police1'))")) {
            found.next();
            assertEquals(0, found.getInt(1));
        }
    }

    @Test
    @Tag("ASVS-12.3.1")
    @Tag("ASVS-12.3.2")
    void theDatabaseTakesNobodyInClearAndTheServersDemandItsCertificate() throws Exception {
        String url = tls.databaseUrl();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var inClear = statement.executeQuery(
                        "select a.application_name from pg_stat_activity a join pg_stat_ssl s using (pid)"
                                + " where a.client_addr is not null and not s.ssl")) {
            assertFalse(inClear.next(), "somebody is connected in clear");
        }
        assertRefused("08001|28000", url.replace("verify-full", "disable"));
        String foreign = tls.authorityOfAStranger(folder.resolve("stranger")).toString();
        assertRefused("08.*", url.replace(tls.authority().toString(), foreign));
    }

    private static void assertRefused(String state, String url) {
        var refused = assertThrows(
                SQLException.class, () -> DriverManager.getConnection(url).close());
        assertTrue(refused.getSQLState().matches(state), refused.getSQLState() + " " + refused.getMessage());
    }
}
