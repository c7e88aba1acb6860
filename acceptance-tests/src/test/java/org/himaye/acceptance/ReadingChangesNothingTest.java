package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.himaye.stack.Places;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who only asks changes nothing (F15): every page and every other address, by GET and HEAD, bare, with every parameter that any page
 * reads, and with all that a form of the page would send. Sessions and the log are written by reading; nothing else is.
 */
class ReadingChangesNothingTest {

    /** Written by whoever asks, by who seals what was written, and by the timer that brings the provider's events. */
    private static final Pattern WRITTEN_BY_READING = Pattern.compile(
            "himaye\\.(signin_session|access_event.*|log_(leaf|node|checkpoint|position)|provider_event)");

    private static final Pattern PARAMETER = Pattern.compile("viewParam name=\"(\\w+)\"");

    /** But the quick exit, which is a link that ends the own session, so that it works without a script (ADR 14). */
    private static final List<String> OTHERS = List.of(
            "/",
            "/problem?kind=UNKNOWN&reference=x",
            "/draft?token=x&fields=a",
            "/draft/discard?token=x",
            "/language?to=en&back=/",
            "/find?number=x",
            "/health/ready",
            "/awake",
            "/signin/out",
            "/signin/gone",
            "/signin/backchannel?logout_token=x",
            "/signin/callback?code=x&state=y",
            "/signin/return?code=x&state=y",
            "/signin/page/again?number=x");

    /** Of each form of the page, its address with everything that its buttons would send. */
    private static final String FORMS = """
            () => [...document.querySelectorAll('main form')].flatMap(form => {
              const fields = new URLSearchParams([...new FormData(form)].filter(([n, v]) => typeof v === 'string'));
              const to = new URL(form.action, location.href).pathname;
              const buttons = [...form.querySelectorAll('button[name]')].map(b => b.name);
              return (buttons.length ? buttons : ['none']).map(name => {
                const all = new URLSearchParams(fields);
                all.append(name, name);
                all.append('jakarta.faces.source', name);
                return to + '?' + all;
              });
            })""";

    private static final int AT_ONCE = 6;
    private static final int NO_ANSWER = -1;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static String caseNumber;
    private static String receipt;
    private static Set<String> parameters;

    @BeforeAll
    static void somethingIsThereToChange() throws IOException {
        caseNumber = Scenes.walkIn(DemoPerson.caseworker1);
        receipt = Scenes.referral(DemoPerson.police1);
        parameters = new TreeSet<>();
        Path pages = Places.ofThisCheckout().root().resolve("case-web/src/main/webapp");
        try (Stream<Path> files = Files.walk(pages)) {
            files.filter(file -> file.toString().endsWith(".xhtml")).forEach(ReadingChangesNothingTest::parametersOf);
        }
        assertTrue(parameters.containsAll(Set.of("number", "colleague", "after", "contact")), parameters.toString());
    }

    private static void parametersOf(Path page) {
        try {
            PARAMETER.matcher(Files.readString(page)).results().forEach(found -> parameters.add(found.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "caseworker1",
                "supervisor1",
                "police1",
                "identification1",
                "finance_approver",
                "auditor1",
                "privacy1",
                "coordinator1",
                "admin1"
            })
    @Tag("ASVS-3.5.3")
    void noRowChanges(DemoPerson person) {
        try (Visit visit = Visit.of(person)) {
            Set<String> addresses = new TreeSet<>();
            Crawl.of(visit, address -> {
                addresses.add(address);
                ((List<?>) visit.page().evaluate(FORMS)).forEach(form -> addresses.add(String.valueOf(form)));
            });
            long withForms = addresses.stream()
                    .filter(each -> each.contains("jakarta.faces.source"))
                    .count();
            for (Pages page : Pages.all()) {
                addresses.add(page.path());
                addresses.add(page.path() + with(person, caseNumber));
                addresses.add(page.path() + with(person, receipt));
            }
            addresses.addAll(OTHERS);
            Map<String, String> before = tables();

            Queue<String> faults = new ConcurrentLinkedQueue<>();
            String session = session(visit);
            // A refusal waits for its beat: several at once, or they wait for minutes.
            try (ExecutorService atOnce = Executors.newFixedThreadPool(AT_ONCE)) {
                for (String address : addresses) {
                    for (String method : List.of("GET", "HEAD")) {
                        atOnce.submit(() -> {
                            int status = ask(session, method, address);
                            if (status >= 500 || status == NO_ANSWER) {
                                faults.add(method + " " + address + " " + status);
                            }
                        });
                    }
                }
            }

            assertEquals(before, tables());
            assertEquals(List.of(), List.copyOf(faults));
            assertEquals(200, visit.get("/task/myday.xhtml", "cors").status(), "nor did a session end");
            assertTrue(addresses.size() > Pages.all().size() + withForms, "too few: " + addresses.size());
        }
    }

    /** All that a person typed, with the page's own marks: by POST it would be saved. */
    @Test
    @Tag("ASVS-3.5.3")
    void aFilledFormIsTakenByPostOnly() {
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open("/intake/safety.xhtml?number=" + caseNumber).stopDrafts();
            Form.of(visit, "save").fill();
            List<?> forms = (List<?>) visit.page().evaluate(FORMS);
            Map<String, String> before = tables();

            String session = session(visit);
            for (Object form : forms) {
                for (String method : List.of("GET", "HEAD")) {
                    assertEquals(404, ask(session, method, String.valueOf(form)));
                }
            }

            assertEquals(before, tables());
        }
    }

    private static String session(Visit visit) {
        return visit.context().cookies(Himaye.address()).stream()
                .map(each -> each.name + "=" + each.value)
                .collect(Collectors.joining("; "));
    }

    private static int ask(String session, String method, String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Himaye.address() + address.replace("|", "%7C")))
                .header("Cookie", session)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return NO_ANSWER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NO_ANSWER;
        }
    }

    /** Every parameter that any page reads, each with a value that some page takes. */
    private static String with(DemoPerson person, String number) {
        return parameters.stream()
                .map(name -> name + "="
                        + switch (name) {
                            case "number" -> number;
                            case "colleague" -> DemoPerson.medic1.sub();
                            case "contact", "institution", "request", "assignee" -> person.sub();
                            case "from", "to" -> "2026-01-01";
                            default -> "1";
                        })
                .collect(Collectors.joining("&", "?", ""));
    }

    /** A hash of the rows of each table. */
    private static Map<String, String> tables() {
        Map<String, String> tables = new TreeMap<>();
        Database.texts(
                        "select table_schema || '.' || table_name from information_schema.tables"
                                + " where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')")
                .stream()
                .filter(table -> !WRITTEN_BY_READING.matcher(table).matches())
                .forEach(table -> tables.put(
                        table,
                        Database.texts(
                                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')"
                                                + " from " + table + " t")
                                .getFirst()));
        return tables;
    }
}
