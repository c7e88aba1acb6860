package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The matrix of domain.md 3.2 as read from field-policy.yaml. */
class FieldPolicyTest {

    private static final String ANY_NAME = "person.familyName";

    /** Domain.md 4.7; of health only what exceptions name. */
    private static final Set<DataClass> OPENED_IN_EMERGENCY = Set.of(
            DataClass.STATISTICAL,
            DataClass.IDENTITY,
            DataClass.CONTACT_LOCATION,
            DataClass.PROTECTED_PERSON,
            DataClass.SECURITY_MEASURE,
            DataClass.NARRATIVE);

    private final FieldPolicy policy = new FieldPolicy();

    @ParameterizedTest
    @EnumSource(DataClass.class)
    @Tag("ASVS-8.2.3")
    void everyClassHasACellForEveryColumn(DataClass dataClass) {
        for (String column : policy.columns()) {
            assertTrue(
                    Set.of("F", "M", "H", "P", "B", "E", "O", "S", "M,P")
                            .contains(policy.cell(dataClass, column).replaceFirst(" if [A-Z_]+$", "")),
                    dataClass + " x " + column);
        }
        assertEquals(16, policy.columns().size());
    }

    @Test
    void assignedCaseworkerReadsAndWritesIdentity() {
        Caller caller = caller(Role.CASEWORKER);
        PolicyFacts facts = facts(Relation.ASSIGNED);

        assertEquals(Decision.FULL, policy.read(caller, facts, DataClass.IDENTITY, ANY_NAME, null));
        assertTrue(policy.mayWrite(caller, facts, DataClass.IDENTITY, ANY_NAME));
    }

    @Test
    void caseworkerWithoutRelationSeesNothingAtAll() {
        Caller caller = caller(Role.CASEWORKER);

        assertEquals(Decision.HIDDEN, policy.read(caller, facts(), DataClass.OPERATIONAL, "case_file.status", null));
        assertFalse(policy.mayWrite(caller, facts(), DataClass.NARRATIVE, ANY_NAME));
    }

    @Test
    void colleagueOfTheSameInstitutionNeedsEmergencyAccess() {
        assertEquals(
                Decision.NEEDS_BREAK_GLASS,
                policy.read(
                        caller(Role.CASEWORKER),
                        facts(Relation.SAME_INSTITUTION),
                        DataClass.CONTACT_LOCATION,
                        ANY_NAME,
                        Purpose.CARE));
    }

    @Test
    @Tag("ASVS-8.2.3")
    @Tag("ASVS-14.2.6")
    void supervisorSeesIdentityOnlyAfterAPurposeOfHerOwn() {
        Caller caller = caller(Role.SUPERVISOR);
        PolicyFacts facts = facts(Relation.SAME_INSTITUTION);

        assertEquals(Decision.NEEDS_PURPOSE, policy.read(caller, facts, DataClass.IDENTITY, ANY_NAME, null));
        assertEquals(Decision.NEEDS_PURPOSE, policy.read(caller, facts, DataClass.IDENTITY, ANY_NAME, Purpose.PAYMENT));
        assertEquals(Decision.FULL, policy.read(caller, facts, DataClass.IDENTITY, ANY_NAME, Purpose.SUPERVISION));
        assertFalse(policy.mayWrite(caller, facts, DataClass.IDENTITY, ANY_NAME));
    }

    @ParameterizedTest
    @EnumSource(
            value = DataClass.class,
            names = {"OPERATIONAL", "AUDIT"},
            mode = EnumSource.Mode.EXCLUDE)
    void auditorAndAdministratorNeverSeeVictimData(DataClass dataClass) {
        for (Role role : Set.of(Role.AUDITOR, Role.ADMINISTRATOR)) {
            assertEquals(
                    Decision.HIDDEN,
                    policy.read(caller(role), facts(Relation.ANY), dataClass, ANY_NAME, Purpose.QUALITY_AUDIT),
                    role + " " + dataClass);
        }
    }

    @Test
    void policeReadsOnlyItsOwnReferralAndNeverAContact() {
        Caller caller = caller(Role.POLICE_REFERRER);

        PolicyFacts recent = new PolicyFacts(
                null, null, UUID.randomUUID(), Set.of(Relation.OWN_REFERRAL), Set.of(PolicyFacts.Condition.RECENT));
        for (DataClass told : Set.of(
                DataClass.STATISTICAL,
                DataClass.IDENTITY,
                DataClass.CONTACT_LOCATION,
                DataClass.HEALTH,
                DataClass.NARRATIVE)) {
            assertEquals(Decision.FULL, policy.read(caller, recent, told, "referral.told", null), told.name());
            assertEquals(
                    Decision.HIDDEN,
                    policy.read(caller, facts(Relation.OWN_REFERRAL), told, "referral.told", null),
                    told + " of a referral whose time is over");
        }
        assertEquals(
                Decision.FULL,
                policy.read(caller, facts(Relation.OWN_REFERRAL), DataClass.OPERATIONAL, "referral.status", null));
        assertEquals(Decision.HIDDEN, policy.read(caller, facts(), DataClass.STATISTICAL, "referral.sex", null));
        assertEquals(
                Decision.HIDDEN,
                policy.read(
                        caller, facts(Relation.OWN_REFERRAL), DataClass.CONTACT_LOCATION, "contact_point.value", null));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void emergencyAccessIsGivenToFourJobsOnly(Role role) {
        Set<Role> may = Set.of(Role.CASEWORKER, Role.SUPERVISOR, Role.PSYCHOLOGIST, Role.MEDIC);
        Set<DataClass> all = Set.of(DataClass.values());
        for (DataClass dataClass : DataClass.values()) {
            Decision decision = policy.read(
                    caller(role), emergency(all), dataClass, "case_file.something", Purpose.SAFETY_EMERGENCY);

            boolean opens = may.contains(role) && OPENED_IN_EMERGENCY.contains(dataClass);
            if (opens) {
                assertEquals(Decision.FULL, decision, role + " " + dataClass);
            } else if (dataClass != DataClass.OPERATIONAL && !unbound(role)) {
                assertEquals(Decision.HIDDEN, decision, role + " " + dataClass);
            }
            assertTrue(
                    unbound(role) || !policy.mayWrite(caller(role), emergency(all), dataClass, "case_file.something"));
        }
        assertEquals(may.contains(role), !policy.emergency(role).isEmpty(), role.name());
    }

    @Test
    void emergencyAccessOpensWhatWasAskedForAndOfHealthOnlyWhatIsUrgent() {
        Caller caller = caller(Role.MEDIC);
        PolicyFacts asked = emergency(Set.of(DataClass.IDENTITY, DataClass.HEALTH));

        assertEquals(Decision.FULL, policy.read(caller, asked, DataClass.IDENTITY, ANY_NAME, null));
        assertEquals(
                Decision.NEEDS_BREAK_GLASS,
                policy.read(caller, asked, DataClass.CONTACT_LOCATION, "contact_point.value", null));
        assertEquals(Decision.FULL, policy.read(caller, asked, DataClass.HEALTH, "intake.urgentHealthText", null));
        assertEquals(Decision.HIDDEN, policy.read(caller, asked, DataClass.HEALTH, "need_item.note", null));
    }

    /** Beside the own right, never instead of it: a supervisor still reads what a purpose opens. */
    @Test
    void emergencyAccessTakesNothingAway() {
        Caller caller = caller(Role.SUPERVISOR);
        PolicyFacts both = new PolicyFacts(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(Relation.SAME_INSTITUTION, Relation.GRANT),
                Set.of(PolicyFacts.Condition.ADULT),
                new Grant(UUID.randomUUID(), Set.of(DataClass.IDENTITY), Instant.EPOCH));

        assertEquals(Decision.FULL, policy.read(caller, both, DataClass.IDENTITY, ANY_NAME, null));
        assertEquals(
                Decision.FULL, policy.read(caller, both, DataClass.FINANCIAL, "reimbursement_request.amount", null));
        assertEquals(Decision.NEEDS_PURPOSE, policy.read(caller, both, DataClass.NARRATIVE, "plan_goal.aim", null));
    }

    @Test
    void aGrantWithoutItsRelationOpensNothing() {
        PolicyFacts unrelated = new PolicyFacts(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(),
                Set.of(),
                new Grant(UUID.randomUUID(), Set.of(DataClass.values()), Instant.EPOCH));

        assertEquals(
                Decision.HIDDEN, policy.read(caller(Role.CASEWORKER), unrelated, DataClass.IDENTITY, ANY_NAME, null));
    }

    /** Domain.md 3.1: whatever else is given, for an adult as for a child. */
    @ParameterizedTest
    @EnumSource(Role.class)
    @Tag("ASVS-8.2.3")
    void therapyIsItsAuthorsAndPrivilegedTheAssignedLawyersAlone(Role role) {
        Grant all = new Grant(UUID.randomUUID(), Set.of(DataClass.values()), Instant.EPOCH);
        Set<PolicyFacts.Condition> most =
                EnumSet.complementOf(EnumSet.of(PolicyFacts.Condition.AUTHOR, PolicyFacts.Condition.ADULT));
        for (Relation relation : Relation.values()) {
            for (Set<PolicyFacts.Condition> conditions : Set.of(Set.<PolicyFacts.Condition>of(), most)) {
                PolicyFacts others = new PolicyFacts(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        EnumSet.of(relation, Relation.GRANT),
                        conditions,
                        all);
                boolean assigned = relation == Relation.ASSIGNED;
                readsAndWrites(false, role, others, DataClass.THERAPY);
                readsAndWrites(assigned && role == Role.PSYCHOLOGIST, role, others.forAuthor(), DataClass.THERAPY);
                readsAndWrites(assigned && role == Role.LAWYER, role, others, DataClass.PRIVILEGED);
            }
        }
        assertFalse(policy.emergency(role).contains(DataClass.THERAPY));
        assertFalse(policy.emergency(role).contains(DataClass.PRIVILEGED));
    }

    private void readsAndWrites(boolean may, Role role, PolicyFacts facts, DataClass dataClass) {
        for (Purpose purpose : Purpose.values()) {
            assertEquals(
                    may ? Decision.FULL : Decision.HIDDEN,
                    policy.read(caller(role), facts, dataClass, "case_note.any", purpose),
                    role + " " + facts.relations() + " " + dataClass);
        }
        assertEquals(may, policy.mayWrite(caller(role), facts, dataClass, "case_note.any"));
    }

    @Test
    void theMachineItselfReadsNothing() {
        Caller machine = Caller.machine("retention", Permission.SESSION_KEEP);

        assertEquals(Decision.HIDDEN, policy.read(machine, facts(Relation.ANY), DataClass.OPERATIONAL, ANY_NAME, null));
        assertFalse(policy.mayWrite(machine, facts(Relation.ANY), DataClass.OPERATIONAL, ANY_NAME));
    }

    private static Caller caller(Role role) {
        return new Caller(UUID.randomUUID(), "somebody", role, UUID.randomUUID(), Set.of(), "s", "test");
    }

    /** These read by their job across institutions, whatever else they have; each cell is tested above. */
    private static boolean unbound(Role role) {
        return Set.of(Role.AUDITOR, Role.ADMINISTRATOR, Role.NATIONAL_COORDINATOR, Role.PRIVACY_OFFICER)
                .contains(role);
    }

    private static PolicyFacts emergency(Set<DataClass> classes) {
        return new PolicyFacts(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(Relation.GRANT),
                Set.of(),
                new Grant(UUID.randomUUID(), classes, Instant.EPOCH));
    }

    private static PolicyFacts facts(Relation... relations) {
        return new PolicyFacts(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Set.of(relations), Set.of());
    }
}
