package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * People at work while servers die: some read a case, some send referrals, each as fast as answers come. What they were shown and what
 * was acknowledged to them is held against log and tables when the servers are back.
 */
final class Load implements AutoCloseable {

    private static final String SESSION = "__Host-himaye";
    private static final String SEND = "/referral/send.xhtml";
    private static final Pattern STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern RECEIPT = Pattern.compile("R-[0-9A-Z]{6}-[0-9A-Z]");
    private static final int READERS_OF_EACH = 2;
    private static final int BEFORE_A_FAULT = 20;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Told> shown = new ConcurrentLinkedQueue<>();
    private final Queue<Told> acknowledged = new ConcurrentLinkedQueue<>();
    private volatile boolean enough;

    /** A number that an answer showed or acknowledged, and the events that the answer named. */
    private record Told(String number, List<String> events) {}

    private Load() {}

    static Load begin() {
        Load load = new Load();
        for (DemoPerson reader : List.of(DemoPerson.caseworker1, DemoPerson.caseworker3)) {
            try (Visit visit = Visit.of(reader)) {
                String cookie = cookie(visit);
                for (int i = 0; i < READERS_OF_EACH; i++) {
                    String number = CaseRows.of(reader).number();
                    load.people.submit(() -> load.goOn(() -> load.read(cookie, number)));
                }
            }
        }
        try (Visit visit = Visit.of(DemoPerson.police2)) {
            String form = formOf(visit);
            String cookie = cookie(visit);
            load.people.submit(() -> load.goOn(() -> load.send(cookie, form)));
        }
        return load;
    }

    private static String cookie(Visit visit) {
        return visit.context().cookies(Himaye.address()).stream()
                .filter(cookie -> cookie.name.equals(SESSION))
                .map((Cookie cookie) -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    /** What the browser sends when a person has filled the form. */
    private static String formOf(Visit visit) {
        visit.open(SEND);
        Form form = Form.of(visit, "send").answer("immediateDanger", "false").fill();
        Request sent = visit.page()
                .waitForRequest(
                        request -> request.method().equals("POST")
                                && request.url().contains(SEND)
                                && request.postData().contains("send"),
                        form::send);
        return sent.postData();
    }

    private interface Work {
        void once() throws IOException, InterruptedException;
    }

    /** A server that is away for a moment is asked again. */
    private Void goOn(Work work) throws InterruptedException {
        while (!enough) {
            try {
                work.once();
            } catch (IOException away) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        return null;
    }

    private HttpRequest.Builder request(String cookie, String address) {
        return HttpRequest.newBuilder(URI.create(Himaye.address() + address))
                .header("Cookie", SESSION + "=" + cookie)
                .timeout(LONGEST);
    }

    private void read(String cookie, String number) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                request(cookie, "/casefile/overview.xhtml?number=" + number).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.body().contains(number)) {
            shown.add(new Told(number, events(answer)));
        } else {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void send(String cookie, String form) throws IOException, InterruptedException {
        HttpResponse<String> page = client.send(request(cookie, SEND).build(), HttpResponse.BodyHandlers.ofString());
        Matcher state = STATE.matcher(page.body());
        if (!state.find()) {
            TimeUnit.MILLISECONDS.sleep(50);
            return;
        }
        String body = form.replaceAll(
                "(?<=jakarta.faces.ViewState=)[^&]*", URLEncoder.encode(state.group(1), StandardCharsets.UTF_8));
        HttpResponse<String> answer = client.send(
                request(cookie, SEND)
                        .header("Origin", Himaye.address())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Matcher receipt =
                RECEIPT.matcher(answer.headers().firstValue("Location").orElse("") + answer.body());
        if (receipt.find()) {
            acknowledged.add(new Told(receipt.group(), events(answer)));
        }
    }

    private static List<String> events(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue(Answers.HEADER)
                .map(ids -> Arrays.asList(ids.split(" ")))
                .orElse(List.of());
    }

    /** Returns at a moment that nobody knows, while everybody works. */
    void goesOnFor(Duration atMost) {
        int read = shown.size();
        int sent = acknowledged.size();
        Eventually.holds(
                "people read and send", () -> shown.size() > read + BEFORE_A_FAULT && acknowledged.size() > sent + 2);
        try {
            TimeUnit.MILLISECONDS.sleep((long) (Math.random() * atMost.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** No answer showed a case without an event of it that is still there, and what was acknowledged was done, with its event. */
    void demandNothingLost() {
        List<Told> read = List.copyOf(shown);
        List<Told> sent = List.copyOf(acknowledged);
        assertTrue(read.size() > BEFORE_A_FAULT && sent.size() > 2, read.size() + " and " + sent.size());
        List<String> wrong = new ArrayList<>();
        read.stream()
                .filter(each -> each.events().isEmpty())
                .forEach(each -> wrong.add(each.number() + " was shown without an event"));
        wrong.addAll(missing(read, """
                select t.number from unnest(string_to_array(?, ' '), string_to_array(?, ' ')) t (number, event)
                 where not exists (select from himaye.access_event e join himaye.access_event_case l on l.event_id = e.id
                                     join himaye.case_file c on c.id = l.case_id
                                    where e.id = t.event::uuid and c.case_number = t.number)"""));
        sent.stream()
                .filter(each -> each.events().isEmpty())
                .forEach(each -> wrong.add(each.number() + " was acknowledged without an event"));
        wrong.addAll(missing(sent, """
                select t.number from unnest(string_to_array(?, ' '), string_to_array(?, ' ')) t (number, event)
                 where not exists (select from himaye.access_event e join himaye.referral r on r.id = e.entity_id
                                    where e.id = t.event::uuid and r.number = t.number and e.outcome = 'ALLOWED')"""));
        assertEquals(List.of(), wrong);
    }

    private static List<String> missing(List<Told> told, String sql) {
        List<String> numbers = new ArrayList<>();
        List<String> events = new ArrayList<>();
        told.forEach(each -> each.events().forEach(event -> {
            numbers.add(each.number());
            events.add(event);
        }));
        return Database.texts(sql, String.join(" ", numbers), String.join(" ", events)).stream()
                .map(number -> number + " has no event, or not the one that its answer named")
                .toList();
    }

    @Override
    public void close() {
        enough = true;
        people.shutdownNow();
        client.close();
    }
}
