package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Many people at once on few connections (security.md F25): each answer carries only what is its reader's, none is a fault, and nobody
 * waits for ever. 50 sessions of six people; in a long run ({@code ./himaye test --long}) 500.
 */
class CrowdTest {

    private static final int SESSIONS = "yes".equals(System.getProperty("himaye.long")) ? 500 : 50;
    private static final int ROUNDS = 4;
    private static final int FEW = 5;
    private static final int MANY = 20;
    /** All ask at once and nobody thinks in between: whoever comes last waits for all the others. */
    private static final Duration LONGEST = Duration.ofMillis(600L * SESSIONS);

    private static final String OVERVIEW = "/casefile/overview.xhtml?number=";
    private static final String SENT = "/referral/sent.xhtml";
    private static final Pattern NUMBER = Pattern.compile("[VR]-[0-9A-Z]{6}-[0-9A-Z]");
    private static final String SESSION = "__Host-himaye";

    /** What one session asks for again and again, and the one number that its answer may and must have. */
    private record Member(String cookie, String address, String own) {}

    @BeforeAll
    static void fewConnections() {
        Eventually.holds("few connections", () -> pool(FEW));
    }

    @AfterAll
    static void allConnections() {
        Eventually.holds("all connections", () -> pool(MANY));
    }

    @Test
    void eachAnswerCarriesOnlyWhatIsItsReaders() throws Exception {
        List<Member> crowd = crowd();
        List<String> all = crowd.stream().map(Member::own).distinct().toList();
        assertTrue(all.size() > SESSIONS / 3, "too few canaries: " + all.size());
        List<String> wrong = new ArrayList<>();
        long begun = System.nanoTime();
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> answers = crowd.stream()
                    .map(member -> people.submit((Callable<List<String>>) () -> ask(client, member, all)))
                    .toList();
            for (Future<List<String>> each : answers) {
                wrong.addAll(each.get());
            }
        }
        Files.writeString(
                Path.of("target", "crowd.txt"),
                "%d sessions, %d answers of pages in %d s, %d wrong%n"
                        .formatted(
                                SESSIONS,
                                SESSIONS * ROUNDS,
                                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                                wrong.size()));
        assertEquals(List.of(), wrong);
    }

    private static List<String> ask(HttpClient client, Member member, List<String> all)
            throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            HttpResponse<String> answer = answer(client, member);
            List<String> met = NUMBER.matcher(answer.body())
                    .results()
                    .map(found -> found.group())
                    .filter(all::contains)
                    .distinct()
                    .toList();
            if (answer.statusCode() != 200 || !met.equals(List.of(member.own()))) {
                wrong.add(member.own() + " got " + answer.statusCode() + " with " + met);
            }
        }
        return wrong;
    }

    /** As a browser does: a page that came over a connection which the server was just closing is asked for once more. */
    private static HttpResponse<String> answer(HttpClient client, Member member)
            throws IOException, InterruptedException {
        HttpRequest page = HttpRequest.newBuilder(URI.create(Himaye.address() + member.address()))
                .header("Cookie", SESSION + "=" + member.cookie())
                .timeout(LONGEST)
                .build();
        try {
            return client.send(page, HttpResponse.BodyHandlers.ofString());
        } catch (HttpTimeoutException late) {
            throw late;
        } catch (IOException closed) {
            return client.send(page, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static List<Member> crowd() {
        List<Member> crowd = new ArrayList<>();
        for (DemoPerson sender : List.of(DemoPerson.police1, DemoPerson.police2, DemoPerson.partner1)) {
            try (Visit visit = Visit.of(sender)) {
                String receipt = Scenes.sendReferral(visit);
                sessions(visit, SESSIONS / 6).forEach(cookie -> crowd.add(new Member(cookie, SENT, receipt)));
            }
        }
        for (DemoPerson caseworker : List.of(DemoPerson.caseworker2, DemoPerson.caseworker3)) {
            work(caseworker, SESSIONS / 6, crowd);
        }
        work(DemoPerson.caseworker1, SESSIONS - crowd.size(), crowd);
        return crowd;
    }

    /** Each session looks at a case of its own. */
    private static void work(DemoPerson caseworker, int count, List<Member> crowd) {
        try (Visit visit = Visit.of(caseworker)) {
            sessions(visit, count).forEach(cookie -> {
                String number = CaseRows.of(caseworker).number();
                crowd.add(new Member(cookie, OVERVIEW + number, number));
            });
        }
    }

    /** Further sign-ins of the same person through the provider, as in other browsers: only the password is not typed again. */
    private static List<String> sessions(Visit visit, int count) {
        List<String> cookies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            visit.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(SESSION));
            assertEquals(200, visit.get("/task/myday.xhtml").status());
            cookies.add(visit.context().cookies(Himaye.address()).stream()
                    .filter(cookie -> cookie.name.equals(SESSION))
                    .map((Cookie cookie) -> cookie.value)
                    .findFirst()
                    .orElseThrow());
        }
        assertEquals(count, cookies.stream().distinct().count());
        return cookies;
    }

    /** As an administrator of the server would, while it runs. In HTTP 1.1, because its listener hangs on an offer of more. */
    private static boolean pool(int most) {
        String login = "admin:" + Himaye.stack().administratorPassword();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + Himaye.stack().ports().payaraAdmin()
                        + "/management/domain/resources/jdbc-connection-pool/himaye"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .header("X-Requested-By", "test")
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("maxPoolSize=" + most))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
