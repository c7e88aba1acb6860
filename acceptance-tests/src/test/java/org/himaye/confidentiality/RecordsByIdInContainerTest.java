package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.himaye.audit.FindingNumber;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.Urgency;
import org.himaye.person.AgeBand;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Acts that name a record by its id and no case: whoever asks whether the act is right for a job and forgets whose record it is lets
 * strangers in (peers.md 2). Each such act on a record that waits for it, by everybody who has no right to this very record: refused as an
 * id that nobody has, recorded, and nothing is changed. Then by who has the right, or all would be refused for want of a record.
 */
class RecordsByIdInContainerTest extends InContainer {

    private static final int AT_ONCE = 8;

    private static final FindingNumber FINDING = new FindingNumber("F-7K3MQ2-2");

    /** Their ids, by table. */
    private static final Map<String, UUID> RECORDS = List.of(
                    "case_restriction", "erasure", "legal_hold", "break_glass_grant", "audit_finding", "unusual_access")
            .stream()
            .collect(Collectors.toMap(table -> table, table -> UUID.nameUUIDFromBytes(("by id " + table).getBytes())));

    private static final UUID BAR = new UUID(7, 9);

    private static final Set<Role> DESKS = EnumSet.of(Role.PRIVACY_OFFICER, Role.SUPERVISOR, Role.AUDITOR);

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private CaseFileService cases;

    @Inject
    private CurrentCaller currentCaller;

    private final List<UUID> barred =
            DESKS.stream().map(role -> new UUID(7, role.ordinal())).toList();
    private ActCalls calls;
    private UUID caseId;

    /** One of each, about one case of the shelter and the accesses of caseworker2, who had it once. */
    @BeforeEach
    void recordsThatWait() {
        forget();
        caseId = UUID.randomUUID();
        currentCaller.enter(new Caller(
                sub("caseworker1"), "c", Role.CASEWORKER, SHELTER, EnumSet.allOf(Permission.class), "test", "test"));
        CaseNumber number = cases.start(caseId, Urgency.NORMAL, AgeBand.ADULT, Sex.FEMALE, SpokenLanguage.AZ);
        calls = new ActCalls(number, null, null, null);
        String begin = " (id, version, created_at, created_by, updated_at, updated_by, institution_id, case_id, ";
        String asked = " select ?, 0, now(), ?, now(), ?, institution_id, id, ";
        String of = " from himaye.case_file where id = ?";
        add(
                "case_restriction",
                "supervisor1",
                begin + "case_number, kind, reason, order_number, order_date, ends_on, persons)" + asked
                        + "case_number, 'SUSPENDED', 'COURT', '1', current_date, current_date + 9, array[created_by]"
                        + of);
        SuperuserConnection.change(
                "insert into himaye.case_restriction" + begin + "case_number, kind, reason, in_force_at, persons)"
                        + asked + "case_number, 'BARRED', 'RELATIVE', now(), cast(string_to_array(?, ',') as uuid[])"
                        + of,
                BAR,
                sub("supervisor1"),
                sub("supervisor1"),
                barred.stream().map(UUID::toString).collect(Collectors.joining(",")),
                caseId);
        add(
                "erasure",
                "supervisor1",
                begin.replace("case_id", "subject_id") + "subject, number, pseudonym, rule, reason, due_on)" + asked
                        + "'CASE', case_number, 'P-000000', 'ASKED', 'PERSON_ASKED', current_date" + of);
        add(
                "legal_hold",
                "supervisor1",
                begin + "case_number, reason, reference)" + asked + "case_number, 'COURT', '1'" + of);
        add(
                "break_glass_grant",
                "caseworker2",
                begin + "session_ref, reason, classes, reason_text, ends_at, review_due_at)" + asked
                        + "'by id', 'LIFE_DANGER', 'IDENTITY', '\\x00', now() + interval '1 hour', now() + interval '3 days'"
                        + of);
        add(
                "audit_finding",
                "auditor1",
                begin + "case_number, reference, colleague, events, first_at, last_at, answer_due_at)" + asked
                        + "case_number, '" + FINDING.text() + "', '" + sub("caseworker2")
                        + "', '1', now(), now(), now() + interval '1 day'" + of);
        add(
                "unusual_access",
                "admin1",
                begin.replace(" institution_id,", "")
                        + "case_number, rule, cause, account, day, events, first_at, last_at,"
                        + " accesses)" + asked.replace(" institution_id,", "")
                        + "case_number, 'NO_RELATION', 'URGENT', '" + sub("caseworker2")
                        + "', current_date, '1', now(), now(), 1" + of);
        SuperuserConnection.change(
                "insert into himaye.case_assignment (id, version, created_at, created_by, updated_at, updated_by, case_id, staff_sub, function,"
                        + " assigned_from, assigned_until) values (gen_random_uuid(), 0, now(), ?, now(), ?, ?, ?, 'SECOND',"
                        + " now() - interval '2 days', now() - interval '1 day')",
                sub("supervisor1"),
                sub("supervisor1"),
                caseId,
                sub("caseworker2"));
    }

    private void add(String table, String by, String insert) {
        SuperuserConnection.change(
                "insert into himaye." + table + insert, RECORDS.get(table), sub(by), sub(by), caseId);
    }

    @AfterEach
    void forget() {
        SuperuserConnection.change(
                "delete from himaye.audit_finding_step where finding_id in (select id from himaye.audit_finding where reference = ?)",
                FINDING.text());
        SuperuserConnection.change(
                "update himaye.unusual_access set finding_id = null, verdict = null, words = null where id = ?",
                RECORDS.get("unusual_access"));
        RECORDS.forEach((table, id) -> SuperuserConnection.change("delete from himaye." + table + " where id = ?", id));
        SuperuserConnection.change("delete from himaye.case_restriction where id = ?", BAR);
    }

    private static Object record(Method act) {
        return switch (ActCalls.name(act).replaceFirst("\\..*Unusual$", ".unusual")) {
            case "RestrictionService.confirm", "RestrictionService.lift" -> RECORDS.get("case_restriction");
            case "ErasureService.confirm", "ErasureService.withdraw" -> RECORDS.get("erasure");
            case "ErasureService.lift" -> RECORDS.get("legal_hold");
            case "BreakGlassService.stop" -> RECORDS.get("break_glass_grant");
            case "AuditService.open", "AuditService.answer", "AuditService.decide" -> FINDING;
            case "AuditService.unusual",
                    "UnusualService.open",
                    "UnusualService.about",
                    "UnusualService.asked",
                    "UnusualService.decide" -> RECORDS.get("unusual_access");
            default -> throw new AssertionError(ActCalls.name(act) + ": which record does it name, and whose is it?");
        };
    }

    /** Who meets the record: told here a second time, from domain.md 3.2, 4.6 to 4.8 and docs/adr 20, 25, 32, 36. */
    private boolean meets(Caller caller, Method act) {
        boolean keeps = caller.is(Role.PRIVACY_OFFICER)
                || caller.is(Role.SUPERVISOR) && caller.institution().equals(SHELTER);
        boolean named = barred.contains(caller.sub());
        boolean own = caller.sub().equals(sub("caseworker2"));
        Object record = record(act);
        if (record.equals(RECORDS.get("break_glass_grant"))) {
            return own;
        }
        if (record.equals(RECORDS.get("unusual_access"))) {
            return caller.is(Role.AUDITOR) && !own && !named;
        }
        if (record.equals(FINDING)) {
            return (keeps || caller.is(Role.AUDITOR)) && !own && !named;
        }
        return keeps && !named;
    }

    private static Caller caller(UUID sub, Role role, UUID house, Set<Permission> permissions) {
        return new Caller(sub, "somebody", role, house, permissions, "by id", "test", Instant.now());
    }

    /** Every job at another house and at this one, with every permission and with its own; who is barred; whom the record is about; who had the case. */
    private List<Caller> everybody() throws IOException {
        Set<Permission> all = EnumSet.allOf(Permission.class);
        Map<Role, Set<Permission>> jobs = jobs();
        List<Caller> everybody = new ArrayList<>();
        for (Role role : jobs.keySet()) {
            everybody.add(caller(UUID.randomUUID(), role, UUID.randomUUID(), all));
            everybody.add(caller(UUID.randomUUID(), role, SHELTER, all));
            everybody.add(caller(UUID.randomUUID(), role, SHELTER, jobs.get(role)));
        }
        for (Role role : DESKS) {
            everybody.add(caller(new UUID(7, role.ordinal()), role, SHELTER, all));
            everybody.add(caller(sub("caseworker2"), role, SHELTER, all));
        }
        everybody.add(caller(sub("caseworker2"), Role.CASEWORKER, SHELTER, all));
        return everybody;
    }

    private static String state() {
        return RECORDS.keySet().stream()
                        .sorted()
                        .map(table -> SuperuserConnection.text(
                                "select string_agg(t::text, ' ' order by t::text) from himaye." + table + " t"))
                        .collect(Collectors.joining("\n"))
                + SuperuserConnection.text("select count(*)::text from himaye.audit_finding_step");
    }

    @Test
    void noActOnARecordByItsIdIsDoneForWhoHasNoRightToIt() throws Exception {
        List<Method> acts = ActCalls.onRecordsById();
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        String state = state();
        long before = SuperuserConnection.number("select max(seq) from himaye.access_event");
        long tried = 0;
        // At once, because each refusal waits for the beat.
        try (ExecutorService atOnce = Executors.newFixedThreadPool(AT_ONCE, threads)) {
            List<Future<Integer>> asked = new ArrayList<>();
            for (Caller each : everybody()) {
                asked.add(atOnce.submit(() -> tries(each, acts, done)));
            }
            for (Future<Integer> each : asked) {
                tried += each.get();
            }
        }

        assertEquals(List.of(), done);
        assertTrue(acts.size() >= 14 && tried > 500, acts.size() + " acts, " + tried + " questions");
        assertEquals(
                tried,
                SuperuserConnection.number(
                        "select count(*) from himaye.access_event where outcome = 'DENIED' and session_ref = 'by id' and seq > ?",
                        before));
        assertEquals(state, state());
        everyActIsDoneForWhoHasTheRight(acts);
    }

    private int tries(Caller caller, List<Method> acts, List<String> done) {
        RequestContextController request =
                CDI.current().select(RequestContextController.class).get();
        request.activate();
        int tried = 0;
        try {
            for (Method act : acts) {
                if (meets(caller, act)
                        && caller.may(act.getAnnotation(Act.class).value())) {
                    continue;
                }
                currentCaller.enter(caller);
                ActCalls.Outcome outcome = calls.call(act, record(act));
                tried++;
                if (!outcome.refused()) {
                    done.add(caller.role() + (caller.institution().equals(SHELTER) ? " here " : " elsewhere ")
                            + ActCalls.name(act) + ": " + outcome.thrown());
                }
            }
        } finally {
            request.deactivate();
        }
        return tried;
    }

    /** And an id that nobody has is refused for them too. */
    private void everyActIsDoneForWhoHasTheRight(List<Method> acts) {
        Set<Permission> all = EnumSet.allOf(Permission.class);
        for (Method act : acts) {
            List<Caller> may = List.of(
                            caller(sub("privacy1"), Role.PRIVACY_OFFICER, SHELTER, all),
                            caller(sub("auditor1"), Role.AUDITOR, ELSEWHERE, all),
                            caller(sub("caseworker2"), Role.CASEWORKER, SHELTER, all),
                            caller(sub("supervisor1"), Role.SUPERVISOR, SHELTER, all))
                    .stream()
                    .filter(each -> meets(each, act))
                    .toList();
            currentCaller.enter(may.getFirst());
            Object unknown = record(act) instanceof FindingNumber
                    ? new FindingNumber("F-7K3MQ3-" + check("7K3MQ3"))
                    : UUID.randomUUID();
            assertTrue(calls.call(act, unknown).refused(), ActCalls.name(act));
            List<String> refused = new ArrayList<>();
            for (Caller each : may) {
                currentCaller.enter(each);
                ActCalls.Outcome outcome = calls.call(act, record(act));
                if (!outcome.refused()) {
                    refused.clear();
                    break;
                }
                refused.add(each.role() + " " + ((Refused) outcome.thrown()).reason());
            }
            assertEquals(List.of(), refused, ActCalls.name(act));
        }
    }

    /** What an id names beside a case, by service or act. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("BreakGlassService", "break_glass_grant"),
            Map.entry("ConsentService.withdraw", "consent"),
            Map.entry("ConsentService.explained", "rights_briefing"),
            Map.entry("DisclosureService", "disclosure"),
            Map.entry("DocumentService", "case_document"),
            Map.entry("ErasureService.ask", "erasure"),
            Map.entry("ErasureService.hold", "legal_hold"),
            Map.entry("IdentificationService", "identification_set"),
            Map.entry("IndicatorService", "indicator_assessment"),
            Map.entry("IndicatorService.saveEpisode", "trafficking_episode"),
            Map.entry("LinkService", "person_link"),
            Map.entry("PersonFileService", "contact_point"),
            Map.entry("PlanProgressService", "rehabilitation_plan"),
            Map.entry("RestrictionService", "case_restriction"),
            Map.entry("SubjectAnswerService", "subject_request"),
            Map.entry("SubjectRequestService", "subject_request"));

    /** Of a case of the shelter; null where there is none. */
    private static UUID anothers(String table) {
        if (RECORDS.containsKey(table)) {
            return RECORDS.get(table);
        }
        String of = table.equals("contact_point") ? "r.person_id = c.person_id" : "r.case_id = c.id";
        String found = SuperuserConnection.text(
                "select r.id::text from himaye." + table + " r join himaye.case_file c on " + of
                        + " where c.institution_id = ? order by r.created_at limit 1",
                SHELTER);
        return found == null ? null : UUID.fromString(found);
    }

    /** The own case is named, and with it a record of another: nothing is shown, and what is another's stays as it is. */
    @Test
    void noRecordOfAnotherCaseIsReachedThroughTheOwn() {
        UUID own = UUID.randomUUID();
        Set<Permission> all = EnumSet.allOf(Permission.class);
        List<Caller> callers = List.of(
                caller(sub("caseworker3"), Role.CASEWORKER, CENTRE, all),
                caller(sub("supervisor2"), Role.SUPERVISOR, CENTRE, all));
        currentCaller.enter(callers.getFirst());
        CaseNumber number = cases.start(own, Urgency.NORMAL, AgeBand.ADULT, Sex.FEMALE, SpokenLanguage.AZ);
        ActCalls ofOwn = new ActCalls(number, null, null, null);
        List<String> done = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        List<String> told = new ArrayList<>();
        int refused = 0;
        for (Method act : ActCalls.onRecordsOfACase()) {
            String name = ActCalls.name(act);
            String table =
                    TABLES.getOrDefault(name, TABLES.get(act.getDeclaringClass().getSimpleName()));
            assertTrue(table != null, name + ": what does its id name?");
            UUID record = anothers(table);
            for (Caller caller : record == null ? List.<Caller>of() : callers) {
                String row = "select t::text from himaye." + table + " t where id = ?";
                String before = SuperuserConnection.text(row, record);
                currentCaller.enter(caller);
                ActCalls.Outcome outcome = ofOwn.callWith(act, record);
                if (outcome.thrown() == null || !before.equals(SuperuserConnection.text(row, record))) {
                    done.add(caller.role() + " " + name + " " + table);
                } else if (outcome.refused()) {
                    refused++;
                } else {
                    ended.add(caller.role() + " " + name + ": " + outcome.thrown());
                    if (outcome.thrown() instanceof ConstraintBroken) {
                        told.add(ended.getLast());
                    }
                }
            }
        }
        System.getLogger(getClass().getName()).log(System.Logger.Level.INFO, refused + " refused; " + ended);
        assertEquals(List.of(), done);
        assertEquals(List.of(), told, "an id that is taken tells that there is a record");
        assertTrue(refused > 20, refused + " refused; " + ended);
    }

    /** The one letter that fits. */
    private static char check(String letters) {
        for (char each : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
            try {
                return FindingNumber.parse("F-" + letters + "-" + each).text().charAt(9);
            } catch (Refused other) {
                // Another.
            }
        }
        throw new AssertionError(letters);
    }
}
