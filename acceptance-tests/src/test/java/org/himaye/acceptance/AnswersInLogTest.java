package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The last of a run (security.md 3.2): every answer that a person got before is held against the log, and the log against the answers.
 * A page names its event, the event is there once and names every case, referral and request that stood on the page; a file and what a script asks name
 * theirs; and no event of a person's session is without its answer. The last is demanded in a long run alone ({@code ./himaye test --long}), because the driver does not tell
 * of every file that a browser takes; {@code target/answers-in-log.txt} says what was found.
 */
@Order(Integer.MAX_VALUE)
class AnswersInLogTest {

    private static final boolean LONG = "yes".equals(System.getProperty("himaye.long"));

    /** They show nothing of anybody; a sample does when it has its seed. */
    private static final Set<String> EMPTY_FORMS = Set.of(
            "/casefile/start.xhtml",
            "/disclosure/enter.xhtml",
            "/task/find.xhtml",
            "/retention/withdraw.xhtml",
            "/accesslog/sample.xhtml");

    /**
     * What tells nothing of anybody and is no act: unsent text of one's own that is kept (ADR 11), the pages around a sign-in or a mistake, how the server is, whether
     * somebody is still signed in, and the files of the pages themselves.
     */
    private static final Pattern SILENT = Pattern.compile(
            "/draft(/discard)?|/signin/.*|/problem|/health.*|/awake|/language|/jakarta\\.faces\\.resource/.*|/favicon\\.ico");

    private static final String WITH_SEED = "seed=";

    /** It repeats a number that somebody typed, whether there is such a case or not. */
    private static final Set<String> REPEATING = Set.of("/search/find.xhtml");

    /** It repeats what its person typed and did not send, also days ago. */
    private static final Set<String> UNSENT = Set.of("/breakglass/start.xhtml");

    /** What one event says, as far as it matters here. */
    private record Logged(String session, String act, Set<UUID> names) {}

    private static final String EVENTS = """
            select e.id, e.session_ref, e.act, e.entity_id, array(select l.case_id from himaye.access_event_case l where l.event_id = e.id)
              from himaye.access_event e where e.client <> 'machine'""";

    /** Each number and pseudonym with the ids of which one has to be named: its own, or that of its case. Who asks about nobody we know has no case. */
    private static final String NUMBERS = """
            select case_number, id, id from himaye.case_file
             union all select number, id, case_id from himaye.referral
             union all select reference, id, case_id from himaye.reimbursement_request
             union all select reference, id, case_id from himaye.disclosure where case_id is not null
             union all select p.pseudonym, c.id, c.id from himaye.person p join himaye.case_file c on c.person_id = p.id""";

    private final Map<String, Logged> log = new HashMap<>();
    private final Map<String, List<String>> bySession = new HashMap<>();
    private final Map<String, Set<UUID>> numbers = new HashMap<>();
    private final List<String> untrue = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();
    private final Map<String, String> answered = new HashMap<>();
    private int shown;
    private int compared;
    private int unread;

    @Test
    void everyAnswerIsInTheLogAndEveryEventHasItsAnswer() throws Exception {
        someAnswers();
        read();
        Answers.all().forEach(this::answersAreInTheLog);
        Answers.all().stream().filter(visit -> !visit.asksPast()).forEach(this::eventsHaveAnswers);
        tell();
        assertTrue(shown > 20, "answers that showed something: " + shown);
        assertTrue(compared > 20, "events of visits that were seen whole: " + compared);
        assertTrue(unread < shown / 10, "bodies that could not be read: " + unread + " beside " + shown);
        assertEquals(List.of(), untrue.stream().limit(50).toList());
        assertEquals(List.of(), wrong.stream().limit(50).toList());
        if (LONG) {
            assertEquals(List.of(), unanswered.stream().limit(50).toList());
        }
    }

    /** So that it says something when it runs alone. */
    private static void someAnswers() {
        for (DemoPerson person : List.of(DemoPerson.caseworker1, DemoPerson.supervisor1, DemoPerson.police1)) {
            try (Visit visit = Visit.of(person)) {
                Crawl.of(visit, address -> {});
            }
        }
    }

    private void read() throws SQLException {
        try (Connection connection = Himaye.stack().superuser("himaye");
                PreparedStatement events = connection.prepareStatement(EVENTS);
                ResultSet rows = events.executeQuery()) {
            while (rows.next()) {
                Set<UUID> names = new HashSet<>();
                if (rows.getObject(4) != null) {
                    names.add(rows.getObject(4, UUID.class));
                }
                Array cases = rows.getArray(5);
                names.addAll(List.of((UUID[]) cases.getArray()));
                Logged logged = new Logged(rows.getString(2), rows.getString(3), names);
                log.put(rows.getString(1), logged);
                List<String> ofSession =
                        bySession.computeIfAbsent(String.valueOf(logged.session()), session -> new ArrayList<>());
                if (!logged.act().equals("session.keep")) {
                    ofSession.add(rows.getString(1));
                }
            }
        }
        try (Connection connection = Himaye.stack().superuser("himaye");
                PreparedStatement select = connection.prepareStatement(NUMBERS);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Set<UUID> ids = numbers.computeIfAbsent(rows.getString(1), number -> new HashSet<>());
                ids.add(rows.getObject(2, UUID.class));
                ids.add(rows.getObject(3, UUID.class));
            }
        }
    }

    private void answersAreInTheLog(Answers visit) {
        unread += visit.unread();
        Set<UUID> before = new HashSet<>();
        Set<UUID> justDone = Set.of();
        Set<String> opened = new HashSet<>();
        for (Answers.Answer answer : visit.answers()) {
            Set<UUID> named = new HashSet<>();
            for (String event : answer.events()) {
                Logged logged = log.get(event);
                String other = answered.put(event, answer.what());
                if (logged == null) {
                    untrue.add(answer.what() + " names an event that is not in the log");
                } else if (other != null) {
                    untrue.add(answer.what() + " names the event of " + other);
                } else {
                    named.addAll(logged.names());
                }
            }
            boolean empty =
                    EMPTY_FORMS.contains(answer.path()) && !answer.what().contains(WITH_SEED);
            if (answer.page() && answer.events().isEmpty() && !empty) {
                wrong.add(answer.what() + " was shown without an event");
            }
            if (answer.told() && answer.events().isEmpty()) {
                untold(answer, opened);
            }
            if (answer.page() && (empty || !answer.events().isEmpty())) {
                opened.add(answer.path());
            }
            // What a page repeats of its own form was named when it was opened.
            before.addAll(named);
            Set<UUID> may = new HashSet<>(answer.page() ? named : before);
            may.addAll(justDone);
            names(answer, may);
            // Where an act leads, its result is told once more.
            justDone = answer.led() ? named : answer.page() ? Set.of() : justDone;
        }
    }

    /** A file or what a script asks names its event; a form that is shown again, step by step, was opened with one. */
    private void untold(Answers.Answer answer, Set<String> opened) {
        String told = answer.what() + " was answered " + answer.status() + " without an event";
        if (!answer.path().endsWith(".xhtml")) {
            if (!SILENT.matcher(answer.path()).matches()) {
                wrong.add(told);
            }
        } else if (!opened.contains(answer.path())) {
            unanswered.add(told + ", and its page was not opened with one");
        }
    }

    private void names(Answers.Answer answer, Set<UUID> named) {
        boolean any = false;
        boolean repeats = REPEATING.contains(answer.path()) || EMPTY_FORMS.contains(answer.path());
        for (String mark : answer.marks()) {
            if (UNSENT.contains(answer.path()) || repeats && answer.sent().contains(mark)) {
                continue;
            }
            Set<UUID> ids = numbers.get(mark);
            if (ids != null) {
                any = true;
                if (ids.stream().noneMatch(named::contains)) {
                    wrong.add(answer.what() + " answered " + answer.status() + " and shows " + mark
                            + ", which its event does not name");
                }
            }
        }
        shown += any ? 1 : 0;
    }

    /** All events of the sessions in which the visit's answers were given; as many may lack an answer as nobody waited for. */
    private void eventsHaveAnswers(Answers visit) {
        Set<String> sessions = new HashSet<>();
        visit.answers()
                .forEach(answer -> answer.events().stream()
                        .map(log::get)
                        .filter(logged -> logged != null && logged.session() != null)
                        .forEach(logged -> sessions.add(logged.session())));
        List<String> without = new ArrayList<>();
        for (String session : sessions) {
            List<String> events = bySession.get(session);
            compared += events.size();
            events.stream()
                    .filter(id -> !answered.containsKey(id))
                    .forEach(id -> without.add(log.get(id).act()));
        }
        if (without.size() > visit.givenUp()) {
            unanswered.add("events without an answer: " + without + ", and only " + visit.givenUp()
                    + " requests were given up, after "
                    + visit.answers().getFirst().what());
        }
    }

    private void tell() throws IOException {
        Map<String, List<String>> kinds = new TreeMap<>();
        Stream.concat(wrong.stream(), unanswered.stream())
                .forEach(each -> kinds.computeIfAbsent(
                                each.replaceAll("\\?\\S*|[VRPD]-\\w{6}-\\w|\\p{Lu}\\p{L}+-\\d+", ""),
                                kind -> new ArrayList<>())
                        .add(each));
        Files.createDirectories(Path.of("target"));
        Files.write(
                Path.of("target", "answers-in-log.txt"),
                List.of(
                        Answers.all().size() + " visits, " + shown + " answers that showed something, "
                                + answered.size()
                                + " events that answers name, " + compared + " events of visits that were seen whole, "
                                + unread
                                + " bodies not read",
                        kinds.values().stream()
                                .map(each -> each.size() + " as " + each.getFirst())
                                .collect(Collectors.joining("\n"))));
    }
}
