package org.himaye.acceptance;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/**
 * What the application answered to one visit: status, the events that each answer names, and the numbers and pseudonyms that stood in
 * it. Kept for the whole run; {@link AnswersInLogTest} holds it against the log.
 */
final class Answers {

    /** Names the events that an answer left. */
    static final String HEADER = "himaye-event";

    private static final Pattern MARK = Pattern.compile(
            "(?<![0-9A-Za-z-])[VRPD]-[0-9A-HJKMNP-TV-Z]{6}-[0-9A-HJKMNP-TV-Z](?![0-9A-Za-z-])|\\p{Lu}\\p{L}+-\\d{1,4}(?!\\d)");
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int OK = 200;

    private static final ConcurrentLinkedQueue<Answers> ALL = new ConcurrentLinkedQueue<>();

    private final List<Answer> answers = new ArrayList<>();
    private final Map<Request, Response> begun = new HashMap<>();
    private int asked;
    private int answered;
    private int unread;
    private boolean asksPast;

    /**
     * One answer.
     *
     * @param what method and path, for people
     * @param page a page was asked for, by a link or an address
     * @param told it is none, and has something to say but what is wrong with what was typed: a file, a form, what a script asked
     * @param marks what stood in it and may be a number or a pseudonym
     * @param sent those that the person had sent
     */
    record Answer(
            String what,
            boolean page,
            int status,
            boolean told,
            List<String> events,
            Set<String> marks,
            Set<String> sent) {

        String path() {
            return what.replaceFirst("^\\S+ ", "").replaceFirst("\\?.*", "");
        }

        /** To another address. */
        boolean led() {
            return REDIRECTS.contains(status);
        }
    }

    Answers() {
        ALL.add(this);
    }

    static List<Answers> all() {
        return List.copyOf(ALL);
    }

    /** Whatever a page of the context asks the application. */
    void watch(BrowserContext context) {
        context.onRequest(request -> asked += ours(request) ? 1 : 0);
        context.onResponse(response -> {
            if (ours(response.request())) {
                answered++;
                begun.put(response.request(), response);
            }
        });
        context.onRequestFinished(request -> {
            Response response = begun.remove(request);
            if (response != null) {
                note(response, REDIRECTS.contains(response.status()) ? "" : body(response));
            }
        });
    }

    private static boolean ours(Request request) {
        return request.url().startsWith(Himaye.address() + "/") && !isFile(request.url());
    }

    /** Of the pages themselves, the same for everybody. */
    private static boolean isFile(String address) {
        return address.contains("/jakarta.faces.resource/");
    }

    private String body(Response response) {
        if (!String.valueOf(response.headers().get("content-type")).startsWith("text/")) {
            return "";
        }
        try {
            return response.text();
        } catch (PlaywrightException gone) {
            // The page went on before it could be read again; whether it names its events can still be asked.
            unread++;
            return "";
        }
    }

    private void note(Response response, String body) {
        Request request = response.request();
        String path = request.url().substring(Himaye.address().length());
        boolean page =
                request.method().equals("GET") && path.replaceFirst("\\?.*", "").endsWith(".xhtml");
        add(
                request.method() + " " + path,
                page,
                true,
                response.status(),
                response.headers(),
                body,
                marks(path + " " + (request.method().equals("POST") ? request.postData() : "")));
    }

    /** An answer to what a test asked without a page. */
    APIResponse note(String path, APIResponse answer) {
        // What it was led through on its way is not seen.
        boolean led = !answer.url().equals(Himaye.address() + path);
        asksPast |= led;
        add("GET " + path, !led && isPage(path), !led, answer.status(), answer.headers(), answer.text(), marks(path));
        return answer;
    }

    /** The same, of an answer that was not followed to where it may have led. */
    HttpResponse<String> note(HttpResponse<String> answer) {
        String path = answer.uri().toString().substring(Himaye.address().length());
        Map<String, String> headers = answer.headers()
                .firstValue(HEADER)
                .map(events -> Map.of(HEADER, events))
                .orElse(Map.of());
        add("GET " + path, isPage(path), true, answer.statusCode(), headers, answer.body(), marks(path));
        return answer;
    }

    private static boolean isPage(String path) {
        return !isFile(path) && path.replaceFirst("\\?.*", "").endsWith(".xhtml");
    }

    private static Set<String> marks(String text) {
        Set<String> marks = new TreeSet<>();
        MARK.matcher(text).results().forEach(found -> marks.add(found.group()));
        return marks;
    }

    private void add(
            String what,
            boolean page,
            boolean ours,
            int status,
            Map<String, String> headers,
            String body,
            Set<String> sent) {
        String events = headers.get(HEADER);
        answers.add(new Answer(
                what,
                page && status == OK,
                status,
                !page
                        && ours
                        && status / 100 == 2
                        && !body.contains("cw-summary")
                        && !body.contains("ui-message-error"),
                events == null ? List.of() : List.of(events.split(" ")),
                marks(body),
                sent));
    }

    /** The test asks what is not seen here. */
    void askPast() {
        asksPast = true;
    }

    boolean asksPast() {
        return asksPast;
    }

    List<Answer> answers() {
        // A script that only looks at the status never ends its answer.
        List.copyOf(begun.keySet()).forEach(request -> note(begun.remove(request), ""));
        return List.copyOf(answers);
    }

    /** Requests whose answer nobody waited for. */
    int givenUp() {
        return asked - answered;
    }

    int unread() {
        return unread;
    }
}
