package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The matrix of domain.md 3.2 as read from field-policy.yaml. */
class FieldPolicyTest {

    private static final String ANY_NAME = "person.familyName";

    private final FieldPolicy policy = new FieldPolicy();

    @ParameterizedTest
    @EnumSource(DataClass.class)
    @Tag("ASVS-8.2.3")
    void everyClassHasACellForEveryColumn(DataClass dataClass) {
        for (String column : policy.columns()) {
            assertTrue(
                    Set.of("F", "M", "H", "P", "B", "O", "S", "M,P").contains(policy.cell(dataClass, column)),
                    dataClass + " x " + column);
        }
        assertEquals(14, policy.columns().size());
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

        assertEquals(
                Decision.FULL,
                policy.read(caller, facts(Relation.OWN_REFERRAL), DataClass.STATISTICAL, "referral.sex", null));
        assertEquals(Decision.HIDDEN, policy.read(caller, facts(), DataClass.STATISTICAL, "referral.sex", null));
        assertEquals(
                Decision.HIDDEN,
                policy.read(
                        caller, facts(Relation.OWN_REFERRAL), DataClass.CONTACT_LOCATION, "contact_point.value", null));
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

    private static PolicyFacts facts(Relation... relations) {
        return new PolicyFacts(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Set.of(relations), Set.of());
    }
}
