package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.himaye.accesslog.AccessLogService;
import org.himaye.accesslog.AccessQuery;
import org.himaye.accesslog.CaseAccesses;
import org.himaye.accesslog.PolicyInForce;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.CaseOverview;
import org.himaye.casefile.HandoverReason;
import org.himaye.casefile.Urgency;
import org.himaye.confidentiality.PolicyFacts.Condition;
import org.himaye.history.CaseHistory;
import org.himaye.history.HistoryService;
import org.himaye.intake.PersonAnswers;
import org.himaye.intake.PersonFileService;
import org.himaye.person.AgeBand;
import org.himaye.person.AgeBasis;
import org.himaye.person.NationalityStatus;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.reimbursement.RequestNumber;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.PageAsked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Gate, acts and keys in the real server, on the real database: what no page shows and no unit test can. */
class ConfidentialityInContainerTest extends InContainer {

    private static final String NAME = "Nümunə";
    private static final String EVENTS = "select count(*) from himaye.access_event where act not like 'provider.%'";

    private static final int STRANGERS_AT_ONCE = 8;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private CaseFileService cases;

    @Inject
    private PersonFileService persons;

    @Inject
    private HistoryService histories;

    @Inject
    private FactsService facts;

    @Inject
    private FieldPolicy policy;

    @EJB
    private PolicyInForce start;

    @Inject
    private ReadTwiceService nested;

    @Inject
    private CurrentCaller currentCaller;

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = "jdbc/himaye")
    private DataSource application;

    /** A case of the caseworker with a named person. */
    @Inject
    private AccessLogService log;

    private record Opened(UUID caseId, UUID personId, CaseNumber number) {}

    @BeforeEach
    void caseworker1Asks() {
        currentCaller.enter(caseworker("caseworker1", EnumSet.allOf(Permission.class)));
    }

    private static Caller caseworker(String name, EnumSet<Permission> permissions) {
        return demo(name, Role.CASEWORKER, permissions);
    }

    private static Caller demo(String name, Role role, EnumSet<Permission> permissions) {
        return new Caller(sub(name), name, role, SHELTER, permissions, "test", "test");
    }

    private Opened opened() {
        UUID id = UUID.randomUUID();
        CaseNumber number = cases.start(id, Urgency.NORMAL, AgeBand.ADULT, Sex.FEMALE, SpokenLanguage.AZ);
        UUID person = UUID.fromString(
                SuperuserConnection.text("select person_id::text from himaye.case_file where id = ?", id));
        persons.save(number, 0, named(NAME));
        return new Opened(id, person, number);
    }

    private static PersonAnswers named(String family) {
        return new PersonAnswers(
                false,
                "Ad",
                family,
                null,
                null,
                null,
                null,
                null,
                AgeBasis.STATED,
                AgeBand.ADULT,
                Sex.FEMALE,
                NationalityStatus.CITIZEN_AZ,
                null,
                List.of(SpokenLanguage.values()[0]),
                false);
    }

    private Object familyName(CaseNumber number) {
        return cases.open(number, null).person().text("familyName");
    }

    private static boolean causedBy(Throwable failure, Class<?> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    /** The page shows the rest of the case, the log names the row and the values, and nothing can be written over them. */
    private void opensNothing(Opened one, String... attributes) {
        long before = SuperuserConnection.number("select max(seq) from himaye.access_event");

        CaseOverview overview = cases.open(one.number(), null);

        for (String attribute : attributes) {
            assertTrue(overview.person().get(attribute).isUnopened(), attribute);
            assertFalse(overview.person().get(attribute).isEmpty(), attribute);
            assertNull(overview.person().get(attribute).getValue(), attribute);
        }
        assertTrue(overview.person().get("ageBand").isShown());
        assertEquals(
                "person " + one.personId() + " {"
                        + Stream.of(attributes).map(each -> "person." + each).collect(Collectors.joining(",")) + "} "
                        + one.caseId(),
                SuperuserConnection.text(
                        "select string_agg(concat_ws(' ', e.entity, e.entity_id, e.fields, c.case_id), ',')"
                                + " from himaye.access_event e join himaye.access_event_case c on c.event_id = e.id"
                                + " where e.outcome = 'FAILED' and e.reason = 'SEAL_BROKEN' and e.seq > ?",
                        before));
        String stored = "select concat_ws(' ', version, encode(family_name, 'hex'), encode(given_name, 'hex'))"
                + " from himaye.person where id = ?";
        String kept = SuperuserConnection.text(stored, one.personId());
        int version = overview.person().rowVersion();
        assertThrows(NotOpenedNow.class, () -> persons.openForEdit(one.number()));
        assertThrows(NotOpenedNow.class, () -> persons.save(one.number(), version, named("Üstündən")));
        assertEquals(kept, SuperuserConnection.text(stored, one.personId()));
    }

    /** The tests that follow meet no case that cannot be opened. */
    private static void repair(Opened broken) {
        SuperuserConnection.change(
                "update himaye.person set family_name = null, given_name = null where id = ?", broken.personId());
        SuperuserConnection.change("delete from himaye.sealing_key where owner_id = ?", broken.personId());
    }

    @Test
    void theEventIsCommittedBeforeAKeyIsUnwrapped() {
        Opened one = opened();
        long before = SuperuserConnection.number(EVENTS);

        List<Long> seen = WatchedVault.during(() -> assertEquals(NAME, familyName(one.number())));

        assertFalse(seen.isEmpty());
        seen.forEach(each -> assertEquals(before + 1, each));
        assertEquals(before + 1, SuperuserConnection.number(EVENTS));
    }

    @Test
    void withoutTheLogNothingIsOpened() {
        Opened one = opened();
        SuperuserConnection.change("revoke execute on function himaye.append_event from himaye_app");
        try {
            List<Long> seen = WatchedVault.during(() -> {
                Exception refused = assertThrows(Exception.class, () -> cases.open(one.number(), null));
                assertTrue(causedBy(refused, LogUnavailable.class), refused.toString());
            });

            assertEquals(List.of(), seen);
        } finally {
            SuperuserConnection.change("grant execute on function himaye.append_event to himaye_app");
        }
        assertEquals(NAME, familyName(one.number()));
    }

    @Test
    @Tag("ASVS-11.3.3")
    void aCiphertextOpensOnlyWhereItWasSealed() {
        Opened one = opened();
        Opened other = opened();
        String column = "update himaye.person set given_name = family_name where id = ?";
        String row = "update himaye.person set family_name ="
                + " (select family_name from himaye.person where id = ?), given_name = null where id = ?";

        SuperuserConnection.change(column, one.personId());
        opensNothing(one, "givenName");
        SuperuserConnection.change(row, other.personId(), one.personId());
        opensNothing(one, "familyName");

        assertEquals(NAME, familyName(other.number()));
        repair(one);
    }

    @Test
    void aKeyCopiedToAnotherOwnerOpensNothing() {
        Opened one = opened();
        Opened other = opened();

        int copied = SuperuserConnection.change(
                "update himaye.sealing_key set wrapped = (select wrapped from himaye.sealing_key"
                        + " where owner_id = ?) where owner_id = ?",
                other.personId(),
                one.personId());

        assertEquals(1, copied);
        opensNothing(one, "familyName", "givenName");
        assertEquals(NAME, familyName(other.number()));
        repair(one);
    }

    @Test
    void everyPersonHasAKeyOfHerOwnAndErasingItLeavesNothing() {
        Opened one = opened();
        Opened other = opened();
        String key =
                "select encode(wrapped, 'hex') from himaye.sealing_key where owner_kind = 'PERSON' and owner_id = ?";
        assertNotEquals(SuperuserConnection.text(key, one.personId()), SuperuserConnection.text(key, other.personId()));

        SuperuserConnection.change("delete from himaye.sealing_key where owner_id = ?", one.personId());

        opensNothing(one, "familyName", "givenName");
        assertEquals(NAME, familyName(other.number()));
        repair(one);
    }

    /** Whoever has the data and got hold of one case's keys has that case and no other. */
    @Test
    void withTheKeysOfOneCaseNoOtherOpens() {
        Opened one = opened();
        List<Opened> others = List.of(opened(), opened());
        String away =
                " from himaye.sealing_key where owner_kind in ('PERSON', 'CASE', 'REFERRAL') and owner_id not in ('"
                        + one.personId() + "', '" + one.caseId() + "')";
        SuperuserConnection.change("create table public.keys_away as select *" + away);
        try {
            SuperuserConnection.change("delete" + away);
            assertEquals(NAME, familyName(one.number()));
            others.forEach(other -> opensNothing(other, "familyName", "givenName"));
        } finally {
            SuperuserConnection.change("insert into himaye.sealing_key select * from public.keys_away");
            SuperuserConnection.change("drop table public.keys_away");
        }
        others.forEach(other -> assertEquals(NAME, familyName(other.number())));
    }

    @Test
    void aRefusedChangeIsRecordedAfterItsRollback() {
        Opened one = opened();
        currentCaller.enter(caseworker("caseworker2", EnumSet.allOf(Permission.class)));
        long before = SuperuserConnection.number("select max(seq) from himaye.access_event");

        assertThrows(Refused.class, () -> persons.save(one.number(), 1, named("Başqa")));

        assertEquals(
                "DENIED NO_RELATION",
                SuperuserConnection.text(
                        "select string_agg(outcome || ' ' || reason, ',') from himaye.access_event where act not like 'provider.%' and seq > ?",
                        before));
        currentCaller.enter(caseworker("caseworker1", EnumSet.allOf(Permission.class)));
        assertEquals(NAME, familyName(one.number()));
    }

    @Test
    @Tag("ASVS-8.3.1")
    void anActWithoutPermissionIsRefusedAndRecorded() {
        Opened one = opened();
        currentCaller.enter(caseworker("caseworker1", EnumSet.of(Permission.MYDAY_OPEN)));
        long before = SuperuserConnection.number("select max(seq) from himaye.access_event");

        assertThrows(Refused.class, () -> cases.open(one.number(), null));

        assertEquals(
                "case.read DENIED NO_PERMISSION",
                SuperuserConnection.text(
                        "select string_agg(act || ' ' || outcome || ' ' || reason, ',') from himaye.access_event where act not like 'provider.%' and seq > ?",
                        before));
    }

    @Test
    void anUnknownCallerIsRefused() {
        Opened one = opened();
        currentCaller.enter(null);

        assertThrows(Refused.class, () -> cases.open(one.number(), null));
    }

    @Test
    @Tag("ASVS-16.3.4")
    void aBrokenRuleIsRecordedAsFailedAndChangesNothing() {
        Opened one = opened();
        int version =
                (int) SuperuserConnection.number("select version from himaye.case_file where id = ?", one.caseId());
        long before = SuperuserConnection.number("select max(seq) from himaye.access_event");

        Exception broken = assertThrows(
                Exception.class,
                () -> cases.assign(one.number(), version, UUID.randomUUID(), HandoverReason.values()[0]));

        assertEquals("NotACaseworker", broken.getClass().getSimpleName());
        assertEquals(
                "case.assign FAILED NotACaseworker",
                SuperuserConnection.text(
                        "select string_agg(act || ' ' || outcome || ' ' || reason, ',') from himaye.access_event where act not like 'provider.%' and seq > ?",
                        before));
        assertEquals(
                1,
                SuperuserConnection.number(
                        "select count(*) from himaye.case_assignment where case_id = ? and assigned_until is null",
                        one.caseId()));
    }

    @Test
    void aServiceCalledByAnotherJoinsItsOneEvent() {
        Opened one = opened();
        long before = SuperuserConnection.number(EVENTS);

        assertEquals(NAME, nested.open(one.number()).person().text("familyName"));

        assertEquals(before + 1, SuperuserConnection.number(EVENTS));
    }

    @Test
    @Tag("ASVS-2.3.3")
    void theEventOfAChangeVanishesWithItsRollback() throws Exception {
        UUID id = UUID.randomUUID();
        long before = SuperuserConnection.number("select max(seq) from himaye.access_event");
        transaction.begin();
        cases.start(id, Urgency.NORMAL, AgeBand.ADULT, Sex.FEMALE, SpokenLanguage.AZ);

        transaction.rollback();

        assertEquals(0, SuperuserConnection.number("select count(*) from himaye.case_file where id = ?", id));
        assertEquals(
                "case.start FAILED COMMIT",
                SuperuserConnection.text(
                        "select string_agg(act || ' ' || outcome || ' ' || reason, ',') from himaye.access_event where act not like 'provider.%' and seq > ?",
                        before));
    }

    @Test
    void theSecondToSaveOverwritesNothing() {
        Opened one = opened();

        assertThrows(ChangedMeanwhile.class, () -> persons.save(one.number(), 0, named("İkinci")));

        assertEquals(NAME, familyName(one.number()));
    }

    @Test
    @Tag("ASVS-13.2.2")
    @Tag("ASVS-16.4.2")
    void theApplicationCannotReadTheLogNorChangeOrDeleteInIt() throws SQLException {
        String month = SuperuserConnection.text(
                "select tableoid::regclass::text from himaye.access_event order by at desc limit 1");
        assertTrue(month.matches("himaye\\.access_event_\\d{4}_\\d{2}"), month);
        for (String sql : List.of(
                "select 1 from himaye.access_event",
                "update himaye.access_event set act = act",
                "delete from himaye.access_event",
                "truncate himaye.access_event",
                "delete from " + month,
                "truncate " + month,
                "drop table " + month,
                "alter table himaye.access_event detach partition " + month,
                "drop table himaye.access_event",
                "insert into himaye.access_event (id, at, act, action, fields, classes, outcome, row_count)"
                        + " values (gen_random_uuid(), now(), 'x', 'VIEW', '{}', '{}', 'ALLOWED', 0)",
                "insert into himaye.access_event (id, act, action, fields, classes, outcome, row_count)"
                        + " values (gen_random_uuid(), 'x', 'VIEW', '{}', '{}', 'ALLOWED', 0)",
                "insert into himaye.access_event_case (event_id, case_id) values (gen_random_uuid(), gen_random_uuid())",
                "delete from himaye.person",
                "update himaye.value_change set old_value = new_value",
                "delete from himaye.value_change",
                "update himaye.case_note set narrative_text = narrative_text",
                "delete from himaye.case_note",
                "delete from himaye.sealing_key")) {
            try (Connection connection = application.getConnection();
                    var statement = connection.createStatement()) {
                SQLException denied = assertThrows(SQLException.class, () -> statement.execute(sql), sql);
                assertEquals("42501", denied.getSQLState(), sql);
            }
        }
    }

    /** In a large house over the years: who is not shown is said to be missing. */
    @Test
    void whereMorePeopleTouchedACaseThanThePageHoldsItSaysSo() {
        Opened one = opened();
        currentCaller.enter(demo("auditor1", Role.AUDITOR, EnumSet.allOf(Permission.class)));
        CaseAccesses few = log.ofCase(one.number().text(), AccessQuery.Page.FIRST);
        assertTrue(few.complete());
        SuperuserConnection.change(
                "with e as (insert into himaye.access_event (id, actor, client, act, action, fields, classes, outcome, row_count)"
                        + " select gen_random_uuid(), gen_random_uuid(), 'machine', 'case.read', 'VIEW', '{}', '{}', 'ALLOWED', 1"
                        + " from generate_series(1, ?) returning id)"
                        + " insert into himaye.access_event_case (event_id, case_id) select e.id, ? from e",
                CaseAccesses.PEOPLE,
                one.caseId());

        CaseAccesses many = log.ofCase(one.number().text(), AccessQuery.Page.FIRST);

        assertEquals(CaseAccesses.PEOPLE, many.people().size());
        assertFalse(many.complete());
    }

    /** domain.md 4.8: a correction overwrites nothing, and what stood there is shown as the value itself would be. */
    @Test
    void aCorrectionKeepsWhatStoodThereUnderTheSamePolicy() {
        Opened one = opened();
        persons.save(one.number(), 1, named("Düzəliş"));

        RevealedChange mine = onlyChange(one.number(), null);

        assertEquals("person.familyName", mine.attribute());
        assertEquals(NAME, mine.before().getValue());
        assertEquals("Düzəliş", mine.after().getValue());
        currentCaller.enter(demo("supervisor1", Role.SUPERVISOR, EnumSet.allOf(Permission.class)));
        assertTrue(onlyChange(one.number(), null).before().isNeedsPurpose());
        assertEquals(
                NAME, onlyChange(one.number(), Purpose.SUPERVISION).before().getValue());
        assertEquals(
                "SUPERVISION ALLOWED true",
                SuperuserConnection.text(
                        "select purpose || ' ' || outcome || ' ' || ('person.familyName' = any (fields)) from himaye.access_event"
                                + " where act = 'case.read' order by seq desc limit 1"));
    }

    /** A value told to be of another attribute, or another person's, does not open. */
    @Test
    void aFormerValueOpensOnlyWhereItWasKept() {
        Opened one = opened();
        persons.save(one.number(), 1, named("Düzəliş"));
        for (String moved : List.of(
                "of_attribute = 'patronymic'", "of_row = '" + UUID.randomUUID() + "'", "old_value = new_value")) {
            SuperuserConnection.change(
                    "update himaye.value_change set " + moved + " where owner_id = ?", one.personId());
            assertTrue(onlyChange(one.number(), null).before().isUnopened(), moved);
            SuperuserConnection.change(
                    "update himaye.value_change set of_attribute = 'familyName', of_row = owner_id where owner_id = ?",
                    one.personId());
        }
        SuperuserConnection.change("delete from himaye.value_change where owner_id = ?", one.personId());
    }

    /** BR-014: who is not known to be of age is a child; a consent counts while it is in force (domain.md 2.11, 3.2). */
    @Test
    void thePolicyKnowsWhoIsOfAgeAndWhatTheLawyerMayRead() {
        Opened one = opened();
        assertEquals(Set.of(Condition.INTAKE_OPEN, Condition.ADULT), facts.conditions(one.number()));
        UUID child = UUID.randomUUID();
        CaseNumber ofChild = cases.start(child, Urgency.NORMAL, AgeBand.UNKNOWN, Sex.FEMALE, SpokenLanguage.AZ);
        assertEquals(Set.of(Condition.INTAKE_OPEN), facts.conditions(ofChild));

        SuperuserConnection.change(
                "insert into himaye.consent (id, version, created_at, created_by, updated_at, updated_by, case_id, scope, status,"
                        + " interpreter, text_version, valid_to) values (gen_random_uuid(), 0, now(), gen_random_uuid(), now(),"
                        + " gen_random_uuid(), ?, 'LEGAL_AID', 'GIVEN', false, '1', current_date + 1)",
                one.caseId());
        assertTrue(facts.conditions(one.number()).contains(Condition.CONSENT_LEGAL_AID));

        SuperuserConnection.change(
                "update himaye.consent set valid_to = current_date - 2 where case_id = ?", one.caseId());
        assertFalse(facts.conditions(one.number()).contains(Condition.CONSENT_LEGAL_AID));
    }

    /** BR-071, and the holes of other systems: an act that was right for the job and never asked for this record (peers.md 2). */
    @Test
    void noActOnARecordIsDoneForWhoHasNothingToDoWithIt() throws Exception {
        ActCalls calls = new ActCalls(
                opened().number(),
                new RequestNumber(
                        SuperuserConnection.text(
                                "select reference from himaye.reimbursement_request order by state = 'REQUESTED' desc limit 1")),
                SuperuserConnection.text("select number from himaye.referral order by status = 'SENT' desc limit 1"),
                UUID.randomUUID());
        List<Method> acts = ActCalls.onRecords();
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger allowed = new AtomicInteger();
        long before = SuperuserConnection.number("select max(seq) from himaye.access_event");
        // At once, because each refusal waits for the beat.
        try (ExecutorService atOnce = Executors.newFixedThreadPool(STRANGERS_AT_ONCE, threads)) {
            List<Future<?>> asked = new ArrayList<>();
            for (Caller stranger : strangers()) {
                asked.add(atOnce.submit(() -> tries(stranger, acts, calls, done, allowed)));
            }
            for (Future<?> each : asked) {
                each.get();
            }
        }

        assertTrue(acts.size() > 40, "acts tried: " + acts.size());
        assertEquals(List.of(), done);
        assertEquals(
                (long) acts.size() * strangers().size() - done.size() - allowed.get(),
                SuperuserConnection.number(
                        "select count(*) from himaye.access_event where outcome = 'DENIED' and seq > ?", before));
    }

    private void tries(Caller stranger, List<Method> acts, ActCalls calls, List<String> done, AtomicInteger allowed) {
        RequestContextController request =
                CDI.current().select(RequestContextController.class).get();
        request.activate();
        try {
            for (Method act : acts) {
                currentCaller.enter(stranger);
                ActCalls.Outcome outcome = calls.call(act, null);
                if (mayRestrict(stranger, act) || ofTheDesk(stranger, act) || keepsTheRegister(stranger, act)) {
                    allowed.addAndGet(outcome.refused() ? 0 : 1);
                } else if (asksTheFormFirst(act) && outcome.thrown() instanceof AnswerMissing) {
                    allowed.incrementAndGet();
                } else if (!outcome.refused()) {
                    done.add(stranger.role() + " " + ActCalls.name(act) + ": " + outcome.thrown());
                }
            }
        } finally {
            request.deactivate();
        }
    }

    /** A form that is not right is answered alike for every number, before one is looked for. */
    private static boolean asksTheFormFirst(Method act) {
        return ActCalls.name(act).equals("BreakGlassService.start");
    }

    /** Money of the state is decided and paid in one place for all houses (BR-060, BR-064). */
    private static boolean ofTheDesk(Caller stranger, Method act) {
        return stranger.role().name().startsWith("FINANCE_")
                && Arrays.asList(act.getParameterTypes()).contains(RequestNumber.class);
    }

    /** The privacy officer of the country names a case by its number to close, erase or hold it, and learns nothing of it (BR-075, ADR 20, 25). */
    private static boolean mayRestrict(Caller stranger, Method act) {
        return stranger.is(Role.PRIVACY_OFFICER)
                && ActCalls.name(act).matches("(Restriction|Erasure)Service\\.(open|enter|ask|hold)");
    }

    /** The register is kept by the auditor and the privacy officer of the country, without a word of what was told (ADR 31). */
    private static boolean keepsTheRegister(Caller stranger, Method act) {
        return stranger.is(Role.AUDITOR) && ActCalls.name(act).equals("DisclosureService.open")
                || stranger.is(Role.PRIVACY_OFFICER) && ActCalls.name(act).matches("DisclosureService\\.(open|review)");
    }

    /** Every job at another institution, with every permission that there is and a second factor of now. */
    private static List<Caller> strangers() {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.SYSTEM)
                .map(role -> new Caller(
                        UUID.randomUUID(),
                        "stranger",
                        role,
                        UUID.randomUUID(),
                        EnumSet.allOf(Permission.class),
                        "stranger",
                        "test",
                        Instant.now()))
                .toList();
    }

    @Test
    void aStartSaysByWhichPolicyItDecidesAndWhetherItIsAnother() {
        String last =
                "select act || ' ' || fields[1] from himaye.access_event where act like 'policy.%' order by seq desc limit 1";
        String name = "field_policy." + policy.hash();
        assertEquals("policy.start " + name, SuperuserConnection.text(last));
        assertEquals(
                policy.hash().substring(0, 16),
                SuperuserConnection.text(
                        "select policy from himaye.access_event where act = 'case.read' order by seq desc limit 1"),
                "and so does each event");

        SuperuserConnection.change(
                "insert into himaye.access_event (id, act, action, fields, classes, outcome, row_count)"
                        + " values (gen_random_uuid(), 'policy.start', 'VIEW', '{field_policy.another}', '{}', 'ALLOWED', 0)");
        start.record();

        assertEquals("policy.change " + name, SuperuserConnection.text(last));
        start.record();
        assertEquals("policy.start " + name, SuperuserConnection.text(last));
    }

    private RevealedChange onlyChange(CaseNumber number, Purpose purpose) {
        List<CaseHistory.Change> changes =
                histories.open(number, purpose, PageAsked.first()).page().rows();
        assertEquals(1, changes.size());
        return changes.getFirst().value();
    }

    @Test
    void aValueThatNobodyWroteIsNoValue() {
        Opened one = opened();

        assertNull(cases.open(one.number(), null).person().text("patronymic"));
    }
}
