package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.himaye.breakglass.BreakGlassService;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.CaseQuery;
import org.himaye.casefile.CaseRow;
import org.himaye.casefile.DeadlineKind;
import org.himaye.casefile.StepKind;
import org.himaye.confidentiality.PolicyFacts.Condition;
import org.himaye.confidentiality.ShownCells.Cell;
import org.himaye.disclosure.DisclosurePackageService;
import org.himaye.disclosure.DisclosureService;
import org.himaye.document.DocumentEntry;
import org.himaye.document.DocumentKind;
import org.himaye.document.DocumentService;
import org.himaye.identification.IdentificationService;
import org.himaye.note.NoteBeginning;
import org.himaye.note.NoteEntry;
import org.himaye.note.NoteKind;
import org.himaye.note.NoteService;
import org.himaye.note.NoteSort;
import org.himaye.referral.IncomingReferralService;
import org.himaye.referral.ReferralService;
import org.himaye.reimbursement.RequestNumber;
import org.himaye.search.SearchQuestion;
import org.himaye.search.SearchService;
import org.himaye.shared.PageAsked;
import org.himaye.subjectrequest.SubjectAnswerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The matrix once more, as it comes out of every channel: each role, standing to an adult's and a child's case in each way, asks every act
 * that shows something of a case, and each attribute of each answer is shown, masked or absent exactly as {@link ExpectedMatrix} says.
 * How somebody stands to a case is told a second time here, from what the test put into the database.
 */
class ChannelMatrixInContainerTest extends InContainer {

    private enum Standing {
        ASSIGNED,
        FORMERLY_ASSIGNED,
        SAME_HOUSE,
        OTHER_HOUSE,
        OWN_REFERRAL,
        OWN_QUEUE,
        EMERGENCY,
        /** Assigned in the house, and a restriction keeps them out of these cases (BR-075). */
        KEPT_OUT,
        NONE
    }

    /** What was asked for in the emergency; the rest stays closed in it. */
    private static final Set<DataClass> ASKED_FOR =
            Set.of(DataClass.IDENTITY, DataClass.CONTACT_LOCATION, DataClass.HEALTH, DataClass.NARRATIVE);

    /** What these show rests on another ground than the matrix, each with tests of its own. */
    private static final Set<Class<?>> OTHER_GROUND = Set.of(
            SubjectAnswerService.class,
            DisclosureService.class,
            DisclosurePackageService.class,
            BreakGlassService.class);

    /** Domain.md 4.7. */
    private static final Set<Role> IN_EMERGENCY =
            EnumSet.of(Role.CASEWORKER, Role.SUPERVISOR, Role.PSYCHOLOGIST, Role.MEDIC);

    private static final Set<Role> FINANCE =
            EnumSet.of(Role.FINANCE_REVIEWER, Role.FINANCE_APPROVER, Role.FINANCE_PAYER);

    /** What stands alone in an answer under another name than its attribute's. */
    private static final Map<String, String> NAMED = Map.of("institutionName", "case_file.institution");

    /** Whose matter each kind of step is, written a second time: what everybody on the case may know, coded facts, and what is somebody's work alone. */
    private static final Map<StepKind, String> TOLD_BY = new EnumMap<>(Map.ofEntries(
            Map.entry(StepKind.CASE_FILE, "case_file.status"),
            Map.entry(StepKind.CASE_ASSIGNMENT, "case_assignment.endReason"),
            Map.entry(StepKind.CASE_FUNCTION, "case_assignment.function"),
            Map.entry(StepKind.IDENTIFICATION, "case_file.identificationStatus"),
            Map.entry(StepKind.IDENTIFICATION_SET, "identification_set.sentAt"),
            Map.entry(StepKind.INDICATOR_ASSESSMENT, "indicator_assessment.result"),
            Map.entry(StepKind.CONSENT, "consent.status"),
            Map.entry(StepKind.REFERRAL, "referral.status"),
            Map.entry(StepKind.NEEDS_ASSESSMENT, "needs_assessment.status"),
            Map.entry(StepKind.REHABILITATION_PLAN, "rehabilitation_plan.status"),
            Map.entry(StepKind.REIMBURSEMENT_REQUEST, "reimbursement_request.state"),
            Map.entry(StepKind.DISCLOSURE, "disclosure.state"),
            Map.entry(StepKind.SUBJECT_REQUEST, "subject_request.state")));

    /** The same of each kind of deadline. */
    private static final Map<DeadlineKind, String> DUE_TOLD_BY = new EnumMap<>(Map.ofEntries(
            Map.entry(DeadlineKind.INTAKE, "case_file.status"),
            Map.entry(DeadlineKind.NOTIFY_SPECIAL_UNIT, "identification_set.sentAt"),
            Map.entry(DeadlineKind.REFLECTION_ENDS, "identification.reflectionTo"),
            Map.entry(DeadlineKind.IDENTIFICATION_DECISION, "identification_set.sentAt"),
            Map.entry(DeadlineKind.NEEDS_ASSESSMENT, "needs_assessment.status"),
            Map.entry(DeadlineKind.PLAN_DRAFT, "rehabilitation_plan.status"),
            Map.entry(DeadlineKind.PLAN_REVIEW, "rehabilitation_plan.status"),
            Map.entry(DeadlineKind.PROGRESS_REVIEW, "rehabilitation_plan.status"),
            Map.entry(DeadlineKind.REIMBURSEMENT_REVIEW, "reimbursement_request.state"),
            Map.entry(DeadlineKind.REIMBURSEMENT_APPROVAL, "reimbursement_request.state"),
            Map.entry(DeadlineKind.REIMBURSEMENT_PAYMENT, "reimbursement_request.state")));

    private static final List<Purpose> NO_PURPOSE = Collections.singletonList(null);

    private static final int AT_ONCE = 8;

    /** Of each of these another letter is noticed: a cell, of a channel, that nobody asked for would be compared with nothing. */
    private static final List<String> PROBED = List.of(
            "OPERATIONAL CWA",
            "STATISTICAL MD",
            "IDENTITY SUP",
            "IDENTITY PS",
            "IDENTITY EMG",
            "CONTACT_LOCATION CWA",
            "CONTACT_LOCATION EMG",
            "HEALTH MD",
            "NARRATIVE SUP",
            "NARRATIVE LW",
            "FINANCIAL SUP",
            "PROTECTED_PERSON CWA",
            "SECURITY_MEASURE SUP",
            "LEGAL_INVESTIGATION LW",
            "THERAPY PS",
            "THERAPY SUP",
            "PRIVILEGED LW",
            "PRIVILEGED SUP");

    /** What few may read is on no page by chance: papers that the caseworker takes in. */
    private static final List<DocumentKind> PAPERS =
            List.of(DocumentKind.RELATIVE_PAPER, DocumentKind.PROTECTION, DocumentKind.COURT);

    private static final UUID NOBODY = new UUID(0, 0);
    private static final UUID UNIT_OF_NOBODY = new UUID(0, 1);
    private static final String STAFF = "Matrix";
    /** Who made what stands there for this test alone. */
    private static final UUID MAKER = new UUID(0, 2);

    private static final String UNKNOWN_KIND = "matrix_of_nobody";

    private record Target(
            String what,
            UUID caseId,
            CaseNumber number,
            UUID personId,
            UUID institution,
            RequestNumber request,
            String referral,
            UUID sender,
            UUID receiver,
            UUID unit,
            Set<Condition> conditions,
            Set<Condition> referralConditions,
            Set<String> waits,
            String band,
            ActCalls calls) {}

    private record Asker(UUID sub, Role role, Standing standing, UUID institution, Set<Permission> permissions) {
        Caller caller(String session) {
            return new Caller(sub, "somebody", role, institution, permissions, session, "test", Instant.now());
        }

        String session() {
            return "matrix " + sub;
        }
    }

    /** @param thrown null when it was answered */
    private record Asked(
            Asker asker, Target target, Method act, Purpose purpose, Map<Cell, Revealed<?>> cells, Throwable thrown) {

        static Asked of(Asker asker, Target target, Method act, Purpose purpose, ActCalls.Outcome outcome) {
            boolean answered = outcome.answer() != null;
            return new Asked(
                    asker,
                    target,
                    act,
                    purpose,
                    answered ? ShownCells.of(outcome.answer()) : null,
                    answered ? null : outcome.thrown());
        }

        boolean answered() {
            return cells != null;
        }

        @Override
        public String toString() {
            return asker.role() + " " + asker.standing() + " " + target.what() + " " + ActCalls.name(act)
                    + (purpose == null ? "" : " " + purpose);
        }
    }

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private FactsService facts;

    @Inject
    private DocumentService documents;

    @Inject
    private NoteService notes;

    @Inject
    private CaseFileService cases;

    @Inject
    private SearchService search;

    private final Map<Role, Set<Permission>> jobs = new EnumMap<>(Role.class);
    private final List<Target> targets = new ArrayList<>();
    private final List<Asker> askers = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<UUID, String> tables = new HashMap<>();

    /** Of what was written by somebody who asks. */
    private final Map<UUID, UUID> authors = new HashMap<>();

    private final Map<Cell, List<String>> names = new HashMap<>();
    private Map<String, DataClass> classes;
    private ExpectedMatrix expected;

    @BeforeEach
    void everybodyStandsSomewhere() throws IOException {
        expected = new ExpectedMatrix();
        classes = facts.classes();
        jobs.putAll(jobs());
        forget();
        Target adult = target("adult", NOBODY);
        targets.add(adult);
        targets.add(target("child", adult.personId()));
        age(targets.getLast(), "AGE_12_17");
        for (Role role : jobs.keySet()) {
            for (Standing standing : Standing.values()) {
                askers.add(asker(role, standing));
            }
        }
        stand();
        for (Target target : targets) {
            writeAlone(target, Role.PSYCHOLOGIST, NoteSort.THERAPY, DocumentKind.THERAPY_RECORD);
            writeAlone(target, Role.LAWYER, NoteSort.LAWYER, DocumentKind.DEFENCE);
        }
    }

    /** Of those who are assigned. */
    private void writeAlone(Target target, Role role, NoteSort sort, DocumentKind kind) throws IOException {
        Asker author = askers.stream()
                .filter(each -> each.role() == role && each.standing() == Standing.ASSIGNED)
                .findFirst()
                .orElseThrow();
        currentCaller.enter(author.caller(author.session()));
        UUID note = UUID.randomUUID();
        notes.write(target.number(), new NoteEntry(note, NoteBeginning.of(sort), NoteKind.FACT, "Qeyd", null, null));
        UUID paper = UUID.randomUUID();
        documents.add(target.number(), new DocumentEntry(paper, kind, "Sənəd", null, null), picture());
        authors.put(note, author.sub());
        authors.put(paper, author.sub());
    }

    @AfterEach
    void forget() {
        SuperuserConnection.change("delete from himaye.break_glass_grant where session_ref like 'matrix %'");
        SuperuserConnection.change("delete from himaye.case_assignment where staff_sub in"
                + " (select sub from himaye.staff where display_name = '" + STAFF + "')");
        SuperuserConnection.change("delete from himaye.staff where display_name = '" + STAFF + "'");
        SuperuserConnection.change("delete from himaye.status_change where reason_code = ?", STAFF);
        SuperuserConnection.change("delete from himaye.case_deadline where created_by = ?", MAKER);
        List.of("adult", "child")
                .forEach(each -> SuperuserConnection.change(
                        "delete from himaye.case_restriction where id = ?", restriction(each)));
        targets.stream().filter(each -> each.what().equals("child")).forEach(each -> age(each, each.band()));
    }

    @Test
    @Tag("ASVS-8.2.3")
    @Tag("ASVS-8.3.1")
    void everyChannelShowsWhatTheMatrixSaysAndNoLess() throws Exception {
        List<Asked> all = askAll();
        nameRows(all);
        Map<String, Map<Cell, Boolean>> universe = universe(all);
        int rows = 0;
        Set<String> channels = new TreeSet<>();
        Map<Decision, Integer> states = new EnumMap<>(Decision.class);
        for (Asked asked : all) {
            rows += compare(asked, universe.getOrDefault(key(asked), Map.of()), states);
            if (asked.answered()) {
                channels.add(asked.act().getAnnotation(Act.class).action().name());
            }
        }
        Set<DataClass> met = universe.values().stream()
                .flatMap(each -> each.keySet().stream())
                .map(Cell::dataClass)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DataClass.class)));
        String counted = rows + " rows of " + all.size() + " questions, " + states + ", " + channels + ", " + met;
        System.getLogger(getClass().getName()).log(System.Logger.Level.INFO, counted);
        assertEquals("", wrong.stream().distinct().limit(60).collect(Collectors.joining("\n")), counted);
        assertTrue(rows > 10_000, counted);
        List<String> unnoticed = new ArrayList<>();
        for (String cell : PROBED) {
            String letter = expected.cells()
                    .put(cell, Set.of("F", "A").contains(expected.cells().get(cell)) ? "H" : "F");
            all.forEach(asked ->
                    compare(asked, universe.getOrDefault(key(asked), Map.of()), new EnumMap<>(Decision.class)));
            if (wrong.isEmpty()) {
                unnoticed.add(cell);
            }
            expected.cells().put(cell, letter);
            wrong.clear();
        }
        assertEquals(List.of(), unnoticed, "another letter there is not noticed");
        assertEquals(EnumSet.allOf(Decision.class), EnumSet.copyOf(states.keySet()), counted);
        assertEquals(
                EnumSet.complementOf(EnumSet.of(DataClass.AUDIT)),
                met,
                "every class but that of the log was met: " + counted);
        assertEquals(
                TOLD_BY.keySet().stream().map(each -> ShownCells.STEP + each).collect(Collectors.toSet()),
                universe.values().stream()
                        .flatMap(each -> each.keySet().stream())
                        .filter(ChannelMatrixInContainerTest::step)
                        .map(Cell::name)
                        .collect(Collectors.toSet()),
                "steps of every kind were compared, and of an unknown one somebody was told nothing");
        Set<DeadlineKind> due = universe.values().stream()
                .flatMap(each -> each.keySet().stream())
                .filter(ChannelMatrixInContainerTest::due)
                .map(ChannelMatrixInContainerTest::deadline)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DeadlineKind.class)));
        // What is told of a reflection period ends with it, and those of the demo may be over.
        due.add(DeadlineKind.REFLECTION_ENDS);
        assertEquals(EnumSet.allOf(DeadlineKind.class), due, "deadlines of every kind were compared");
        assertTrue(channels.containsAll(Set.of("VIEW", "EDIT", "PRINT", "DOWNLOAD")), counted);
        assertEquals(jobs.size() * Standing.values().length, askers.size());
    }

    /** The event of a page names what steps showed, and of a step that is kept back nothing. */
    @Test
    void theEventNamesWhatTheStepsShowed() {
        Target target = targets.getFirst();
        for (Role role : List.of(Role.CASEWORKER, Role.PSYCHOLOGIST, Role.MEDIC, Role.LAWYER)) {
            Asker asker = askers.stream()
                    .filter(each -> each.role() == role && each.standing() == Standing.ASSIGNED)
                    .findFirst()
                    .orElseThrow();
            currentCaller.enter(asker.caller(asker.session()));
            Set<String> shown = cases.open(target.number(), null).history().stream()
                    .map(each -> each.kind().attribute())
                    .collect(Collectors.toCollection(TreeSet::new));
            String named = SuperuserConnection.text(
                    "select array_to_string(fields, ',') from himaye.access_event"
                            + " where actor = ? and act = 'case.read' and outcome in ('ALLOWED', 'MASKED') order by seq desc limit 1",
                    asker.sub());
            Set<String> told = Arrays.stream(named.split(","))
                    .filter(each -> Arrays.stream(StepKind.values())
                            .map(StepKind::attribute)
                            .anyMatch(each::equals))
                    .collect(Collectors.toCollection(TreeSet::new));
            told.removeAll(Set.of("case_file.identificationStatus"));
            shown.removeAll(Set.of("case_file.identificationStatus"));
            assertEquals(shown, told, role + " reads " + named);
            assertEquals(role == Role.CASEWORKER, told.contains("reimbursement_request.state"), role + " " + told);
            assertEquals(role != Role.LAWYER, told.contains("indicator_assessment.result"), role + " " + told);
        }
    }

    /** Whatever writes to the history of a case writes steps that somebody is told. */
    @Test
    void everyStepThatWasTakenIsOfSomeKind() {
        String taken = SuperuserConnection.text(
                "select string_agg(distinct entity, ',' order by entity) from himaye.status_change where reason_code is distinct from ?",
                STAFF);
        Set<String> kinds = Arrays.stream(StepKind.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(),
                Arrays.stream(taken.split(","))
                        .filter(each -> !kinds.contains(each))
                        .collect(Collectors.toSet()));
    }

    /** On a list and among hits stands a case that one works on or supervises, and no other. */
    @Test
    void listsAndHitsAreOfOwnCasesAlone() {
        int asked = 0;
        for (Asker asker : askers) {
            if (asker.permissions().contains(Permission.CASE_LIST)) {
                Set<UUID> listed = listed(asker);
                for (Target target : targets) {
                    boolean own = asker.standing() == Standing.ASSIGNED;
                    if (asker.role() != Role.SUPERVISOR) {
                        assertEquals(own, listed.contains(target.caseId()), asker + " lists " + target.what());
                    } else if (!own
                            && (asker.standing() == Standing.KEPT_OUT
                                    || !asker.institution().equals(target.institution()))) {
                        assertTrue(!listed.contains(target.caseId()), asker + " lists " + target.what());
                    }
                    asked++;
                }
            }
            if (asker.permissions().contains(Permission.CASE_SEARCH)) {
                for (Target target : targets) {
                    currentCaller.enter(asker.caller(asker.session()));
                    boolean hit = !search.search(
                                    new SearchQuestion(target.number().text(), null), null)
                            .hits()
                            .isEmpty();
                    boolean own = asker.standing() == Standing.ASSIGNED
                            || asker.role() == Role.SUPERVISOR
                                    && asker.standing() != Standing.KEPT_OUT
                                    && asker.institution().equals(target.institution());
                    assertEquals(own, hit, asker + " finds " + target.what());
                    asked++;
                }
            }
        }
        assertTrue(asked > 60, "asked: " + asked);
    }

    private Set<UUID> listed(Asker asker) {
        currentCaller.enter(asker.caller(asker.session()));
        return cases.list(new CaseQuery(null, null, null, PageAsked.first())).page().rows().stream()
                .map(CaseRow::caseId)
                .collect(Collectors.toSet());
    }

    /** Of the second case the person is a child as long as the test lasts. */
    private static void age(Target target, String band) {
        SuperuserConnection.change("update himaye.person set age_band = ? where id = ?", band, target.personId());
    }

    /** The richest adult's case of the shelter, but this person's. */
    private Target target(String what, UUID another) throws IOException {
        String[] found =
                SuperuserConnection.text("""
                select concat_ws(' ', c.id, c.case_number, c.person_id, c.institution_id, coalesce(q.reference, '-'), coalesce(f.number, '-'),
                       coalesce(f.sender_sub, c.id), coalesce(f.receiver_institution, c.id), coalesce(s.receiver_id, c.id),
                       coalesce(f.age_group, '-'), coalesce(q.state, '-'), a.staff_sub, p.age_band,
                       exists (select 1 from himaye.consent k where k.case_id = c.id and k.scope = 'LEGAL_AID' and k.status = 'GIVEN'
                                  and k.valid_to >= current_date), f.sent_at > now() - interval '12 months')
                  from himaye.case_file c
                  join himaye.person p on p.id = c.person_id
                  join himaye.case_assignment a on a.case_id = c.id and a.function = 'PRIMARY' and a.assigned_until is null
                  left join lateral (select * from himaye.reimbursement_request r where r.case_id = c.id and r.state <> 'DRAFT'
                     order by r.state in ('REQUESTED', 'REVIEWED', 'APPROVED') desc, r.reference limit 1) q on true
                  left join himaye.referral f on f.id = c.referral_id
                  left join lateral (select * from himaye.identification_set i where i.case_id = c.id limit 1) s on true
                 where c.status = 'ACTIVE' and c.institution_id = '%s' and p.id <> '%s' and p.age_band not in ('AGE_0_11', 'AGE_12_17')
                   and p.age_basis <> 'PRESUMED_CHILD'
                 order by exists (select 1 from himaye.rehabilitation_plan l where l.case_id = c.id) desc, f.number is null, q.reference is null,
                       s.id is null, exists (select 1 from himaye.case_note n where n.case_id = c.id) desc, c.id
                 limit 1""".formatted(SHELTER, another)).split(" ");
        UUID caseId = UUID.fromString(found[0]);
        CaseNumber number = new CaseNumber(found[1]);
        UUID institution = UUID.fromString(found[3]);
        RequestNumber request = found[4].equals("-") ? null : new RequestNumber(found[4]);
        UUID document = UUID.randomUUID();
        currentCaller.enter(new Caller(
                UUID.fromString(found[11]),
                "somebody",
                Role.CASEWORKER,
                institution,
                EnumSet.allOf(Permission.class),
                "matrix document",
                "test",
                Instant.now()));
        documents.add(
                number,
                new DocumentEntry(document, DocumentKind.IDENTITY_PAPER, "Şəxsiyyət vəsiqəsi", null, null),
                picture());
        for (DocumentKind kind : PAPERS) {
            documents.add(number, new DocumentEntry(UUID.randomUUID(), kind, "Sənəd", null, null), picture());
        }
        Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        if (what.equals("adult")) {
            conditions.add(Condition.ADULT);
        }
        if (found[13].equals("t")) {
            conditions.add(Condition.CONSENT_LEGAL_AID);
        }
        Set<Condition> told = EnumSet.noneOf(Condition.class);
        if (found[9].equals("ADULT")) {
            told.add(Condition.ADULT);
        }
        if (found[14].equals("t")) {
            told.add(Condition.RECENT);
        }
        return new Target(
                what,
                caseId,
                number,
                UUID.fromString(found[2]),
                institution,
                request,
                found[5].equals("-") ? null : found[5],
                UUID.fromString(found[6]),
                UUID.fromString(found[7]),
                UUID.fromString(found[8]),
                conditions,
                told,
                Set.of(found[10]),
                found[12],
                new ActCalls(number, request, found[5], document));
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_3BYTE_BGR), "jpeg", file);
        return file.toByteArray();
    }

    private Asker asker(Role role, Standing standing) {
        Target first = targets.getFirst();
        UUID house = switch (standing) {
            case ASSIGNED, FORMERLY_ASSIGNED, SAME_HOUSE, EMERGENCY, KEPT_OUT -> first.institution();
            case OTHER_HOUSE -> first.institution().equals(SHELTER) ? CENTRE : SHELTER;
            case OWN_REFERRAL, NONE -> UNIT_OF_NOBODY;
            case OWN_QUEUE -> role == Role.IDENTIFICATION_OFFICER ? first.unit() : UNIT_OF_NOBODY;
        };
        UUID sub = standing == Standing.OWN_REFERRAL ? first.sender() : UUID.randomUUID();
        return new Asker(sub, role, standing, house, jobs.get(role));
    }

    /** Puts them all into the database at once: assignments of today and of yesterday, and emergency access in a session of its own. */
    private void stand() {
        assertEquals(targets.getFirst().institution(), targets.getLast().institution(), "both cases are of one house");
        List<Asker> staff = askers.stream()
                .filter(each -> EnumSet.of(
                                Standing.ASSIGNED, Standing.FORMERLY_ASSIGNED, Standing.EMERGENCY, Standing.KEPT_OUT)
                        .contains(each.standing()))
                .toList();
        SuperuserConnection.change(
                """
                insert into himaye.staff select n.* from himaye.staff s,
                  unnest(string_to_array(?, ','), string_to_array(?, ',')) as w(sub, role),
                  lateral jsonb_populate_record(s, jsonb_build_object('sub', w.sub, 'role', w.role, 'institution', cast(? as text),
                    'display_name', '%s', 'account', 'matrix.' || substr(md5(w.sub), 1, 12))) n
                 where s.sub = '%s'""".formatted(STAFF, sub("caseworker1")),
                joined(staff.stream().map(each -> each.sub().toString()).toList()),
                joined(staff.stream().map(each -> each.role().name()).toList()),
                targets.getFirst().institution().toString());
        for (Target target : targets) {
            step(target);
            due(target);
            assign(target, Standing.ASSIGNED, "null");
            assign(target, Standing.KEPT_OUT, "null");
            bar(target);
            assign(target, Standing.FORMERLY_ASSIGNED, "now() - interval '1 hour'");
            SuperuserConnection.change(
                    """
                    insert into himaye.break_glass_grant (id, version, created_at, created_by, updated_at, updated_by, case_id, institution_id,
                           session_ref, reason, classes, reason_text, ends_at, review_due_at)
                    select gen_random_uuid(), 0, now(), sub::uuid, now(), sub::uuid, ?, ?, 'matrix ' || sub, 'MISSING_CHILD', ?, '\\x00',
                           now() + interval '1 hour', now() + interval '3 days' from unnest(string_to_array(?, ',')) as sub""",
                    target.caseId(),
                    target.institution(),
                    ASKED_FOR.stream().map(Enum::name).collect(Collectors.joining(" ")),
                    subs(Standing.EMERGENCY));
        }
    }

    /** One of each kind there is, and of one that nobody knows, which is told to nobody. */
    private static void step(Target target) {
        String kinds = Arrays.stream(StepKind.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
        SuperuserConnection.change("""
                insert into himaye.status_change (id, version, created_at, created_by, updated_at, updated_by, case_id, entity, entity_id,
                       to_status, reason_code)
                select gen_random_uuid(), 0, now(), gen_random_uuid(), now(), gen_random_uuid(), ?, kind, gen_random_uuid(), 'REACHED', ?
                  from unnest(string_to_array(?, ',')) as kind""", target.caseId(), STAFF, kinds + "," + UNKNOWN_KIND);
    }

    /** One of each kind that does not run already. */
    private static void due(Target target) {
        SuperuserConnection.change(
                """
                insert into himaye.case_deadline (id, version, created_at, created_by, updated_at, updated_by, case_id, kind, due_at)
                select gen_random_uuid(), 0, now(), ?, now(), ?, ?, kind, now() + interval '1 day'
                  from unnest(string_to_array(?, ',')) as kind
                on conflict (case_id, kind) where met_at is null do nothing""",
                MAKER,
                MAKER,
                target.caseId(),
                Arrays.stream(DeadlineKind.values()).map(Enum::name).collect(Collectors.joining(",")));
    }

    /** Of all restrictions the one that closes the case to nobody else. */
    private void bar(Target target) {
        UUID keeper = sub("supervisor1");
        SuperuserConnection.change(
                """
                insert into himaye.case_restriction (id, version, created_at, created_by, updated_at, updated_by, case_id, case_number,
                       institution_id, kind, reason, persons, in_force_at)
                select ?, 0, now(), ?, now(), ?, id, case_number, institution_id, 'BARRED', 'RELATIVE',
                       cast(string_to_array(?, ',') as uuid[]), now() from himaye.case_file where id = ?""", restriction(target.what()), keeper, keeper, subs(Standing.KEPT_OUT), target.caseId());
    }

    private static UUID restriction(String what) {
        return UUID.nameUUIDFromBytes(("matrix " + what).getBytes(StandardCharsets.UTF_8));
    }

    private void assign(Target target, Standing standing, String until) {
        SuperuserConnection.change("""
                insert into himaye.case_assignment (id, version, created_at, created_by, updated_at, updated_by, case_id, staff_sub, function,
                       assigned_from, assigned_until)
                select gen_random_uuid(), 0, now(), sub::uuid, now(), sub::uuid, ?, sub::uuid, 'SECOND', now() - interval '2 days', %s
                  from unnest(string_to_array(?, ',')) as sub""".formatted(until), target.caseId(), subs(standing));
    }

    private String subs(Standing standing) {
        return joined(askers.stream()
                .filter(each -> each.standing() == standing)
                .filter(each -> standing != Standing.EMERGENCY || IN_EMERGENCY.contains(each.role()))
                .map(each -> each.sub().toString())
                .toList());
    }

    private static String joined(Collection<String> words) {
        return String.join(",", words);
    }

    /** Several at a time: a refusal is answered at the next beat, and waiting is no work. */
    private List<Asked> askAll() throws NamingException, InterruptedException, ExecutionException {
        Set<Method> onRecords = Set.copyOf(ActCalls.onRecords());
        List<Method> acts = ActCalls.reading().stream()
                .filter(onRecords::contains)
                .filter(act -> !OTHER_GROUND.contains(act.getDeclaringClass()))
                .toList();
        ManagedThreadFactory threads = InitialContext.doLookup("java:comp/DefaultManagedThreadFactory");
        try (ExecutorService several = Executors.newFixedThreadPool(AT_ONCE, threads)) {
            List<Future<List<Asked>>> asking = new ArrayList<>();
            for (Target target : targets) {
                for (Asker asker : askers) {
                    asking.add(several.submit(() -> ask(asker, target, acts)));
                }
            }
            List<Asked> all = new ArrayList<>();
            for (Future<List<Asked>> each : asking) {
                all.addAll(each.get());
            }
            return all;
        }
    }

    private List<Asked> ask(Asker asker, Target target, List<Method> acts) {
        List<Asked> asked = new ArrayList<>();
        for (Method act : acts) {
            boolean there = Arrays.stream(act.getParameterTypes()).noneMatch(RequestNumber.class::equals)
                    || target.request() != null;
            if (there
                    && asker.permissions().contains(act.getAnnotation(Act.class).value())) {
                boolean stands =
                        !ways(new Asked(asker, target, act, null, null, null)).isEmpty();
                for (Purpose purpose : stands ? purposes(asker, act) : NO_PURPOSE) {
                    asked.add(Asked.of(asker, target, act, purpose, call(asker, target, act, purpose)));
                }
            }
        }
        return asked;
    }

    private List<Purpose> purposes(Asker asker, Method act) {
        if (Arrays.stream(act.getParameterTypes()).noneMatch(Purpose.class::equals)) {
            return NO_PURPOSE;
        }
        Set<Purpose> several = new LinkedHashSet<>();
        several.add(null);
        expected.purposes(asker.role()).stream().limit(1).forEach(several::add);
        expected.purposes(asker.role()).stream()
                .filter(each -> each == Purpose.CHILD_PROTECTION)
                .forEach(several::add);
        return new ArrayList<>(several);
    }

    private static ActCalls.Outcome call(Asker asker, Target target, Method act, Purpose purpose) {
        RequestContextController request =
                CDI.current().select(RequestContextController.class).get();
        request.activate();
        try {
            CDI.current().select(CurrentCaller.class).get().enter(asker.caller(asker.session()));
            return target.calls().call(act, purpose);
        } finally {
            request.deactivate();
        }
    }

    /** Which table a row of an answer is of. */
    private void nameRows(List<Asked> all) {
        Set<String> ids = all.stream()
                .filter(Asked::answered)
                .flatMap(each -> each.cells().keySet().stream())
                .filter(cell -> cell.row() != null)
                .map(cell -> cell.row().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        String each = classes.keySet().stream()
                .map(name -> name.split("\\.")[0])
                .distinct()
                .filter(table -> classes.containsKey(table + ".id"))
                .map(table -> "select id, '" + table + "' as name from himaye." + table
                        + " where id = any (cast((select wanted from asked) as uuid[]))")
                .collect(Collectors.joining(" union all "));
        String named = SuperuserConnection.text(
                "with asked as (select string_to_array(?, ',') as wanted) select string_agg(id || ' ' || name, ',') from ("
                        + each + ") rows",
                joined(ids));
        for (String pair : named.split(",")) {
            tables.put(UUID.fromString(pair.split(" ")[0]), pair.split(" ")[1]);
        }
    }

    private static String key(Asked asked) {
        return asked.target().what() + " " + ActCalls.name(asked.act());
    }

    /** Of each act on each case everything that it showed anybody, and whether there is a value. */
    private static Map<String, Map<Cell, Boolean>> universe(List<Asked> all) {
        Map<String, Map<Cell, Boolean>> universe = new TreeMap<>();
        for (Asked asked : all) {
            if (asked.answered()) {
                Map<Cell, Boolean> cells = universe.computeIfAbsent(key(asked), key -> new HashMap<>());
                asked.cells()
                        .forEach((cell, value) ->
                                cells.merge(cell, value.isShown() || value.isMasked(), Boolean::logicalOr));
            }
        }
        return universe;
    }

    private int compare(Asked asked, Map<Cell, Boolean> universe, Map<Decision, Integer> states) {
        Set<Relation> ways = ways(asked);
        if (!universe.isEmpty()
                && !file(asked)
                && (asked.answered() ? ways.isEmpty() : !ways.isEmpty() && !mayRefuse(asked))) {
            wrong.add(asked + (asked.answered() ? " was answered" : " was refused: " + asked.thrown())
                    + ", stands to it by " + ways);
        }
        if (asked.asker().standing() == Standing.KEPT_OUT && !(asked.thrown() instanceof Refused)) {
            wrong.add(asked + " is kept out and was not refused: " + asked.thrown());
        }
        PolicyFacts known = known(asked, ways);
        Map<Cell, Revealed<?>> shown = asked.answered() ? asked.cells() : Map.of();
        if (file(asked)) {
            Decision should = should(asked, known, "case_document.identityTitle", DataClass.IDENTITY);
            count(states, should);
            if (asked.answered() != (should == Decision.FULL)) {
                wrong.add(asked + " opens a paper: " + asked.answered() + ", expected " + should + ": "
                        + why(asked, known, DataClass.IDENTITY));
            }
        }
        for (Map.Entry<Cell, Boolean> each : universe.entrySet()) {
            Cell cell = each.getKey();
            Revealed<?> is = shown.get(cell);
            PolicyFacts ofRow = wrote(asked.asker(), cell) ? known.forAuthor() : known;
            Set<Decision> should = EnumSet.noneOf(Decision.class);
            names(cell)
                    .forEach(name ->
                            should.add(should(asked, ofRow, name, apart(cell) ? classes.get(name) : cell.dataClass())));
            count(states, is == null ? Decision.HIDDEN : is.getDecision());
            String what = null;
            if (is == null && asked.answered() && !edits(asked) && apart(cell)) {
                what = should.stream().anyMatch(Decision::shows) ? "is missing" : null;
            } else if (is != null && apart(cell) && !is.getDecision().shows()) {
                what = "leaves a trace";
            } else if (is == null
                    && asked.answered()
                    && !edits(asked)
                    && counts(cell, shown)
                    && !should.contains(Decision.HIDDEN)) {
                what = "is missing";
            } else if (is == null
                    && !asked.answered()
                    && ways.isEmpty()
                    && bound(asked)
                    && !should.equals(Set.of(Decision.HIDDEN))) {
                what = "is not told";
            } else if (is != null && !should.contains(is.getDecision())) {
                what = "is " + is.getDecision();
            } else if (is != null && each.getValue() && is.getDecision().shows() && (is.isEmpty() || is.isUnopened())) {
                what = "is told to be empty";
            }
            if (what != null) {
                wrong.add(asked + " " + names(cell) + " " + cell.dataClass() + " " + what + ", expected " + should
                        + ": " + why(asked, known, cell.dataClass()));
            }
        }
        return universe.size() + (file(asked) ? 1 : 0);
    }

    /** What stands alone is of the one that was written. */
    private boolean wrote(Asker asker, Cell cell) {
        return cell.row() == null
                ? authors.containsValue(asker.sub())
                : asker.sub().equals(authors.get(cell.row()));
    }

    /** The others read by their job, on pages of their own, and no page of a case (BR-071: a class is not enough). */
    private static boolean bound(Asked asked) {
        return !EnumSet.of(Role.AUDITOR, Role.ADMINISTRATOR, Role.NATIONAL_COORDINATOR, Role.PRIVACY_OFFICER)
                .contains(asked.asker().role());
    }

    /** A form is for who writes, and shows what he needs for it. */
    private static boolean edits(Asked asked) {
        return asked.act().getAnnotation(Act.class).action() == AccessEvent.Action.EDIT;
    }

    /** A form, for who only reads; a referral, for who is not on duty. */
    private static boolean mayRefuse(Asked asked) {
        return edits(asked)
                || asked.act().getDeclaringClass() == IncomingReferralService.class
                        && byReferral(asked.act())
                        && asked.asker().role() != Role.SUPERVISOR;
    }

    /** Of a step or a deadline nothing is left where nothing of it is shown: not even that there is one. */
    private static boolean apart(Cell cell) {
        return step(cell) || due(cell);
    }

    private static boolean step(Cell cell) {
        return cell.name().startsWith(ShownCells.STEP);
    }

    private static boolean due(Cell cell) {
        return cell.name().startsWith(ShownCells.DUE);
    }

    private static DeadlineKind deadline(Cell cell) {
        return DeadlineKind.valueOf(cell.name().substring(ShownCells.DUE.length()));
    }

    /** What everybody may know of a row is not told of one whose content is hidden. */
    private static boolean counts(Cell cell, Map<Cell, Revealed<?>> shown) {
        return cell.dataClass() != DataClass.OPERATIONAL
                || shown.keySet().stream()
                        .anyMatch(each -> cell.row() != null && cell.row().equals(each.row()));
    }

    private static void count(Map<Decision, Integer> states, Decision decision) {
        states.merge(decision, 1, Integer::sum);
    }

    /** The content of one document: its answer holds no attribute, only a file. */
    private static boolean file(Asked asked) {
        return asked.act().getDeclaringClass() == DocumentService.class
                && (asked.act().getName().equals("download")
                        || asked.act().getName().equals("look"));
    }

    private String why(Asked asked, PolicyFacts known, DataClass dataClass) {
        String column = expected.column(asked.asker().role(), known);
        return column.isEmpty()
                ? "no relation, no column (BR-071)"
                : column + " " + expected.cells().get(dataClass + " " + column) + ", "
                        + expected.reason(dataClass, column);
    }

    private List<String> names(Cell cell) {
        return names.computeIfAbsent(cell, this::named);
    }

    private List<String> named(Cell cell) {
        if (step(cell)) {
            return List.of(TOLD_BY.get(StepKind.valueOf(cell.name().substring(ShownCells.STEP.length()))));
        }
        if (due(cell)) {
            return List.of(DUE_TOLD_BY.get(deadline(cell)));
        }
        if (cell.name().contains(".")) {
            return List.of(cell.name());
        }
        if (cell.row() != null && tables.containsKey(cell.row())) {
            return List.of(tables.get(cell.row()) + "." + cell.name());
        }
        if (NAMED.containsKey(cell.name())) {
            return List.of(NAMED.get(cell.name()));
        }
        List<String> fitting = classes.entrySet().stream()
                .filter(each -> each.getKey().endsWith("." + cell.name()) && each.getValue() == cell.dataClass())
                .map(Map.Entry::getKey)
                .toList();
        return fitting.isEmpty() ? List.of("made." + cell.name()) : fitting;
    }

    private Decision should(Asked asked, PolicyFacts known, String name, DataClass dataClass) {
        return expected.read(asked.asker().role(), known, dataClass, name, asked.purpose());
    }

    private PolicyFacts known(Asked asked, Set<Relation> ways) {
        Target target = asked.target();
        Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        if (asked.act().getDeclaringClass() == IncomingReferralService.class && byReferral(asked.act())) {
            conditions.addAll(target.referralConditions());
        } else if (asked.act().getDeclaringClass() != ReferralService.class) {
            conditions.addAll(target.conditions());
        } else if (target.referralConditions().contains(Condition.RECENT)) {
            conditions.add(Condition.RECENT);
        }
        return new PolicyFacts(
                target.caseId(),
                target.personId(),
                target.institution(),
                ways,
                conditions,
                ways.contains(Relation.GRANT) ? new Grant(new UUID(0, 0), ASKED_FOR, Instant.now()) : null);
    }

    private static boolean byReferral(Method act) {
        return act.getParameterTypes()[0] == String.class;
    }

    /** How somebody stands to what the act is about; nothing means that it is not there. */
    private static Set<Relation> ways(Asked asked) {
        Asker asker = asked.asker();
        Target target = asked.target();
        Class<?> service = asked.act().getDeclaringClass();
        Set<Relation> ways = EnumSet.noneOf(Relation.class);
        if (asker.standing() == Standing.KEPT_OUT) {
            return ways;
        }
        if (service == ReferralService.class) {
            if (asker.sub().equals(target.sender())) {
                ways.add(Relation.OWN_REFERRAL);
            }
            return ways;
        }
        if (service == IncomingReferralService.class && byReferral(asked.act())) {
            if (asker.institution().equals(target.receiver())) {
                ways.add(Relation.SAME_INSTITUTION);
            }
            return ways;
        }
        boolean house = asker.institution().equals(target.institution());
        if (service == IdentificationService.class && !asker.institution().equals(target.unit())) {
            return ways;
        }
        if (asker.standing() == Standing.ASSIGNED) {
            ways.add(Relation.ASSIGNED);
        }
        if (house && asker.role() == Role.SUPERVISOR) {
            ways.add(Relation.SAME_INSTITUTION);
        }
        if (asker.standing() == Standing.EMERGENCY
                && IN_EMERGENCY.contains(asker.role())
                && asked.act().getAnnotation(Act.class).value().opensByGrant()) {
            ways.add(Relation.GRANT);
        }
        if (service == IdentificationService.class) {
            ways.add(Relation.SENT_TO);
        }
        if (asked.act().getParameterTypes()[0] == RequestNumber.class
                && FINANCE.contains(asker.role())
                && waits(asker, target)) {
            ways.add(Relation.OWN_QUEUE);
        }
        return ways;
    }

    private static boolean waits(Asker asker, Target target) {
        Set<String> states = switch (asker.role()) {
            case FINANCE_REVIEWER -> Set.of("REQUESTED", "UNDER_REVIEW");
            case FINANCE_APPROVER -> Set.of("REVIEWED");
            default -> Set.of("APPROVED", "PARTLY_PAID");
        };
        return states.containsAll(target.waits());
    }
}
