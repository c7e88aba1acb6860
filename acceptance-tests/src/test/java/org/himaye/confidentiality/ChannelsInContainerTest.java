package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.PolicyFacts.Condition;
import org.himaye.document.DocumentEntry;
import org.himaye.document.DocumentKind;
import org.himaye.document.DocumentService;
import org.himaye.reimbursement.RequestNumber;
import org.himaye.statistics.CasesByYear;
import org.junit.jupiter.api.Test;

/**
 * Every act that shows something, as everybody, without and with a purpose: pages, lists, search, prints, exports, histories. What an
 * answer holds is named in its event, and what the event names is given by the matrix, whose every cell {@code MatrixTest} knows.
 */
class ChannelsInContainerTest extends InContainer {

    private static final String RICH = """
            select c.id || ' ' || c.case_number || ' ' || c.person_id || ' ' || c.institution_id || ' ' || q.reference || ' '
                   || coalesce(f.number, (select min(number) from himaye.referral))
              from himaye.case_file c
              join himaye.reimbursement_request q on q.case_id = c.id
              left join himaye.referral f on f.id = c.referral_id
             where c.status = 'ACTIVE' and exists (select 1 from himaye.rehabilitation_plan p where p.case_id = c.id)
             order by f.number nulls last, c.id limit 1""";

    private static final List<Purpose> NO_PURPOSE = Collections.singletonList(null);

    /** What answers tell that is no attribute of its own: made of one, or of a neighbouring table. */
    private static final Map<String, DataClass> MADE = Map.of(
            "case_file.institution", DataClass.CONTACT_LOCATION,
            "case_file.pseudonym", DataClass.OPERATIONAL,
            "budget_source.left", DataClass.FINANCIAL);

    /** Of colleagues and of the log, not of persons whom cases are about. */
    private static final Set<String> NOT_OF_PERSONS = Set.of("staff", "access_event");

    private static final Set<Role> WITHOUT_RELATION =
            EnumSet.of(Role.AUDITOR, Role.ADMINISTRATOR, Role.NATIONAL_COORDINATOR, Role.PRIVACY_OFFICER);

    /** A colleague as the database knows him. */
    private record Colleague(UUID sub, Role role, UUID institution, Set<Permission> permissions) {
        Caller caller(String session) {
            return new Caller(sub, "somebody", role, institution, permissions, session, "test", Instant.now());
        }
    }

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private FieldPolicy policy;

    @Inject
    private FactsService facts;

    @Inject
    private DocumentService documents;

    private final List<String> wrong = new ArrayList<>();

    /** What the policy must be told of the case for each who asks. */
    private final Map<Colleague, PolicyFacts> known = new HashMap<>();

    /** By the name that policy and log use. */
    private Map<String, DataClass> classes;

    private UUID caseId;
    private CaseNumber number;
    private UUID personId;
    private UUID institution;
    private ActCalls calls;
    private long lastEvent;

    @Test
    void noChannelShowsMoreThanTheMatrixGives() {
        classes = facts.classes();
        chooseCase();
        lastEvent = SuperuserConnection.number("select max(seq) from himaye.access_event");
        Set<Condition> conditions = conditions();
        Set<String> channels = new TreeSet<>();
        ShownValues shown = new ShownValues();
        int asked = 0;
        for (Colleague colleague : colleagues()) {
            List<Purpose> purposes = new ArrayList<>(NO_PURPOSE);
            List<Purpose> fitting = policy.purposes(colleague.role());
            fitting.stream().limit(1).forEach(purposes::add);
            fitting.stream().filter(each -> each == Purpose.CHILD_PROTECTION).forEach(purposes::add);
            for (Method act : ActCalls.reading()) {
                if (!colleague
                        .permissions()
                        .contains(act.getAnnotation(Act.class).value())) {
                    continue;
                }
                boolean asks = Arrays.asList(act.getParameterTypes()).contains(Purpose.class);
                for (Purpose purpose : asks ? purposes : NO_PURPOSE) {
                    String answer = ask(colleague, act, purpose, conditions, shown);
                    channels.add(act.getAnnotation(Act.class).action() + " " + answer);
                    asked++;
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(List.of(), shown.leaks());
        assertTrue(shown.count() > 15, "values that could leak: " + shown.count());
        assertTrue(asked > 200, "questions: " + asked);
        for (String channel : List.of("VIEW", "LIST", "SEARCH", "EDIT", "PRINT", "EXPORT", "DOWNLOAD")) {
            assertTrue(channels.contains(channel + " answered"), channel + " showed nobody anything: " + channels);
        }
    }

    private void chooseCase() {
        String[] parts = SuperuserConnection.text(RICH).split(" ");
        caseId = UUID.fromString(parts[0]);
        number = new CaseNumber(parts[1]);
        personId = UUID.fromString(parts[2]);
        institution = UUID.fromString(parts[3]);
        calls = new ActCalls(number, new RequestNumber(parts[4]), parts[5], addDocument());
    }

    /** A paper that says who the person is, by whoever works on the case. */
    private UUID addDocument() {
        UUID id = UUID.randomUUID();
        currentCaller.enter(caseworker(EnumSet.allOf(Permission.class)).caller("document"));
        documents.add(
                number,
                new DocumentEntry(id, DocumentKind.IDENTITY_PAPER, "Şəxsiyyət vəsiqəsinin surəti", null, null),
                SmallPdf.of("paper"));
        return id;
    }

    /** Everybody of the demo, in the one institution and in others. */
    private static List<Colleague> colleagues() {
        try (InputStream jobs = ChannelsInContainerTest.class.getResourceAsStream("/" + CoreInContainer.JOBS)) {
            return new String(jobs.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" "))
                    .map(person -> {
                        UUID sub = UUID.fromString(person[0]);
                        String[] staff = SuperuserConnection.text(
                                        "select role || ' ' || institution from himaye.staff where sub = ?", sub)
                                .split(" ");
                        return new Colleague(
                                sub,
                                Role.valueOf(staff[0]),
                                UUID.fromString(staff[1]),
                                Arrays.stream(person[1].split(","))
                                        .map(Permission::valueOf)
                                        .collect(Collectors.toSet()));
                    })
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is so of the case, as whoever works on it is told. */
    private Set<Condition> conditions() {
        currentCaller.enter(caseworker(EnumSet.of(Permission.CASE_READ)).caller("conditions"));
        return facts.conditions(number);
    }

    private Colleague caseworker(Set<Permission> permissions) {
        UUID caseworker = UUID.fromString(SuperuserConnection.text(
                "select staff_sub::text from himaye.case_assignment where case_id = ? and assigned_until is null"
                        + " and function = 'PRIMARY'",
                caseId));
        return new Colleague(caseworker, Role.CASEWORKER, institution, permissions);
    }

    private String ask(Colleague colleague, Method act, Purpose purpose, Set<Condition> conditions, ShownValues shown) {
        String session = "channels " + UUID.randomUUID();
        currentCaller.enter(colleague.caller(session));
        ActCalls.Outcome outcome = calls.call(act, purpose);
        String event = SuperuserConnection.text(
                "select seq || '|' || array_to_string(fields, ',') || '|' || array_to_string(classes, ',')"
                        + " from himaye.access_event where seq > ? and session_ref = ?",
                lastEvent,
                session);
        String asked = colleague.role() + " " + ActCalls.name(act) + " " + purpose;
        if (event == null) {
            wrong.add(asked + " left no event");
            return "unrecorded";
        }
        String[] parts = event.split("\\|", -1);
        lastEvent = Long.parseLong(parts[0]);
        if (outcome.answer() == null) {
            return outcome.refused() ? "refused" : "ended";
        }
        boolean oneRecord = Arrays.stream(act.getParameterTypes()).anyMatch(CaseNumber.class::equals);
        for (String field : parts[1].isEmpty() ? new String[0] : parts[1].split(",")) {
            boolean ofPersons = !NOT_OF_PERSONS.contains(field.split("\\.")[0]);
            DataClass dataClass = MADE.getOrDefault(field, classes.get(field));
            boolean named = dataClass == DataClass.OPERATIONAL && !oneRecord || counted(colleague, dataClass, outcome);
            if (ofPersons
                    && !named
                    && (dataClass == null || !given(colleague, dataClass, field, purpose, conditions, oneRecord))) {
                wrong.add(asked + " showed " + field);
            }
        }
        shown.add(asked, outcome.answer(), Set.of(parts[2].split(",")));
        return "answered";
    }

    /** Where the matrix says S: numbers of many, in which nobody is found again (BR-080). */
    private static boolean counted(Colleague colleague, DataClass dataClass, ActCalls.Outcome outcome) {
        return colleague.role() == Role.NATIONAL_COORDINATOR
                && dataClass == DataClass.STATISTICAL
                && outcome.answer() instanceof CasesByYear;
    }

    private boolean given(
            Colleague colleague,
            DataClass dataClass,
            String field,
            Purpose purpose,
            Set<Condition> conditions,
            boolean oneRecord) {
        PolicyFacts told = oneRecord
                ? known.computeIfAbsent(colleague, each -> known(each, conditions))
                : about(EnumSet.allOf(Relation.class), EnumSet.allOf(Condition.class));
        return policy.read(colleague.caller("policy"), told, dataClass, field, purpose)
                .shows();
    }

    private PolicyFacts known(Colleague colleague, Set<Condition> conditions) {
        Set<Condition> own = EnumSet.noneOf(Condition.class);
        own.addAll(conditions);
        if (yes("select count(*) from himaye.case_note where case_id = ? and created_by = ?", colleague)) {
            own.add(Condition.AUTHOR);
        }
        if (yes(
                "select count(*) from himaye.referral r join himaye.case_file c on c.referral_id = r.id"
                        + " where c.id = ? and r.sender_sub = ? and c.status <> 'CLOSED' and r.sent_at > now() - interval '12 months'",
                colleague)) {
            own.add(Condition.RECENT);
        }
        return about(relations(colleague), own);
    }

    private PolicyFacts about(Set<Relation> relations, Set<Condition> conditions) {
        return new PolicyFacts(caseId, personId, institution, relations, conditions, null);
    }

    /** How a colleague stands to the case, asked a second time and otherwise than the application does. */
    private Set<Relation> relations(Colleague colleague) {
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        if (yes(
                "select count(*) from himaye.case_assignment where case_id = ? and staff_sub = ? and assigned_until is null",
                colleague)) {
            relations.add(Relation.ASSIGNED);
        }
        if (colleague.institution().equals(institution)) {
            relations.add(Relation.SAME_INSTITUTION);
        }
        if (yes(
                "select count(*) from himaye.identification_set s join himaye.staff f on f.institution = s.receiver_id"
                        + " where s.case_id = ? and f.sub = ?",
                colleague)) {
            relations.add(Relation.SENT_TO);
        }
        if (yes(
                "select count(*) from himaye.referral r join himaye.case_file c on c.referral_id = r.id"
                        + " where c.id = ? and r.sender_sub = ?",
                colleague)) {
            relations.add(Relation.OWN_REFERRAL);
        }
        if (WITHOUT_RELATION.contains(colleague.role())) {
            relations.add(Relation.ANY);
        }
        return relations;
    }

    private boolean yes(String sql, Colleague colleague) {
        return SuperuserConnection.number(sql, caseId, colleague.sub()) > 0;
    }
}
