package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
import java.util.UUID;
import org.himaye.confidentiality.PolicyFacts.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the policy does not know it denies, and a policy that is not understood is none: the server does not start with it. */
class UnknownDeniesTest {

    private static final UUID SOME = UUID.randomUUID();
    private static final String NAME = "person.familyName";
    private static final String FILE = new String(FieldPolicy.file(), StandardCharsets.UTF_8);

    private final FieldPolicy policy = new FieldPolicy();

    /** Every relation, every condition and emergency access to every class: nobody stands nearer. */
    private final PolicyFacts most = new PolicyFacts(
            SOME,
            SOME,
            SOME,
            EnumSet.allOf(Relation.class),
            EnumSet.allOf(Condition.class),
            new Grant(SOME, Set.of(DataClass.values()), Instant.EPOCH));

    @ParameterizedTest
    @EnumSource(Role.class)
    void anUnknownClassIsHidden(Role role) {
        for (Purpose purpose : Purpose.values()) {
            assertEquals(Decision.HIDDEN, policy.read(caller(role), most, null, NAME, purpose), role.name());
        }
        assertFalse(policy.mayWrite(caller(role), most, null, NAME));
    }

    /** A role that is added to the program and forgotten in the file. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleThatTheFileDoesNotNameReadsNothing(Role role) {
        String without = FILE.replaceAll("(?m)(roles: \\[.*?)\\b" + role + "\\b(, )?", "$1")
                .replace(", ]", "]");
        assertEquals(role == Role.SYSTEM, without.equals(FILE));
        FieldPolicy forgotten = policy(without.replaceAll("(?m)^  " + role + ": .*\\R", ""));
        for (DataClass dataClass : DataClass.values()) {
            for (Purpose purpose : Purpose.values()) {
                assertEquals(
                        Decision.HIDDEN,
                        forgotten.read(caller(role), most, dataClass, "referral.personName", purpose),
                        role + " " + dataClass);
            }
            assertFalse(forgotten.mayWrite(caller(role), most, dataClass, "referral.personName"), role.name());
        }
        assertEquals(Set.of(), forgotten.emergency(role));
    }

    @Test
    void withoutCallerFactsOrNameNothingIsShown() {
        for (DataClass dataClass : DataClass.values()) {
            assertEquals(Decision.HIDDEN, policy.read(null, most, dataClass, NAME, null));
            assertEquals(Decision.HIDDEN, policy.read(caller(Role.CASEWORKER), null, dataClass, NAME, null));
            assertEquals(Decision.HIDDEN, policy.read(caller(Role.CASEWORKER), most, dataClass, null, null));
            assertFalse(policy.mayWrite(null, most, dataClass, NAME));
            assertFalse(policy.mayWrite(caller(Role.CASEWORKER), null, dataClass, NAME));
            assertFalse(policy.mayWrite(caller(Role.CASEWORKER), most, dataClass, null));
        }
    }

    /** The lawyer's cell hangs on a fact: unless it is known, the cell is closed, whatever else is known. */
    @Test
    void aFactThatIsNotKnownCountsAsFalse() {
        Caller lawyer = caller(Role.LAWYER);
        for (DataClass dataClass : Set.of(DataClass.HEALTH, DataClass.NARRATIVE)) {
            Set<Condition> others = EnumSet.complementOf(EnumSet.of(Condition.CONSENT_LEGAL_AID));
            assertEquals(Decision.HIDDEN, policy.read(lawyer, assigned(others), dataClass, NAME, Purpose.LEGAL_AID));
            assertEquals(
                    Decision.FULL,
                    policy.read(
                            lawyer, assigned(Set.of(Condition.CONSENT_LEGAL_AID)), dataClass, NAME, Purpose.LEGAL_AID));
        }
    }

    /** There are no facts then, and without facts nothing can be asked. */
    @Test
    void aFactThatFailsLeavesNoFacts() {
        Set<Condition> failing = new AbstractSet<>() {
            @Override
            public Iterator<Condition> iterator() {
                throw new IllegalStateException("cannot be found out");
            }

            @Override
            public int size() {
                return 1;
            }
        };

        assertThrows(IllegalStateException.class, () -> assigned(failing));
        assertThrows(NullPointerException.class, () -> assigned(Collections.singleton(null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "an unknown part            | (?m)^purposes:$ | `surprises: {}\npurposes:`",
                "a part that is missing     | (?m)^danger:.*$            | ``",
                "a class that is missing    | (?m)^  HEALTH: .*\\R       | ``",
                "an unknown class           | (?m)^  HEALTH:             | `  HEALTHY:`",
                "a class told twice         | (?m)^  (HEALTH: .*)$       | `  $1\n  $1`",
                "a cell that is missing     | CWO: B, SUP: P, PR: H      | CWO: B, PR: H",
                "a cell told twice          | CWO: B, SUP: P, PR: H      | CWO: B, SUP: P, SUP: F, PR: H",
                "a cell of nobody           | CWO: B, SUP: P, PR: H      | CWO: B, SUP: P, BOSS: F, PR: H",
                "an unknown letter          | CWO: B, SUP: P, PR: H      | CWO: B, SUP: X, PR: H",
                "an unknown fact of a cell  | if CONSENT_LEGAL_AID       | if CONSENT_LEGAL_AIDS",
                "an unknown role            | \\[LAWYER\\]               | [LAWYERS]",
                "an unknown relation        | relation: SENT_TO          | relation: KNOWS",
                "a column of two meanings   | (?m)^  (PAR: )(.*)$        | `  $1$2\n  OTHER: $2`",
                "a column without relation  | , relation: SENT_TO        | ``",
                "an unknown key of a column | relation: SENT_TO          | `relation: SENT_TO, when: ADULT`",
                "an exception of nobody     | columns: \\[CWA\\],        | `columns: [CWX],`",
                "an exception for no reason | , reason: [^}]+}             | }",
                "an exception told twice    | (?m)^(exceptions:)$        | `$1\n  - {columns: [FI], attribute: reimbursement_request.iban, read: F, reason: why}`",
                "an unknown fact of one     | when: INTAKE_OPEN          | when: INTAKE_OPENED",
                "an unknown key of one      | when: INTAKE_OPEN          | while: INTAKE_OPEN",
                "an unknown letter of one   | read: \"M,P\"              | read: Z",
                "one that says nothing      | read: \"M,P\", write: false, | ``",
                "a team of nobody           | team: \\[CWA               | `team: [CWX`",
                "an unknown key of children | children: \\{             | `children: {age: 18, `",
                "an unknown purpose         | \\[PAYMENT\\]              | [PAYMENTS]",
                "purposes of nobody         | (?m)^  MEDIC: \\[          | `  DOCTOR: [`",
                "a receiver without source  | \\{source: \"4.4 lawyer\", | {",
                "an unknown key of person   | (?m)^person:$              | `person:\n  also: []`"
            })
    void aFileThatIsNotUnderstoodIsNoPolicy(String what, String old, String replacement) {
        String text = FILE.replaceFirst(old, replacement);
        assertFalse(text.equals(FILE), what + " changes nothing");
        assertThrows(IllegalStateException.class, () -> policy(text), what);
    }

    @Test
    void whatIsNoPolicyAtAllIsNone() {
        for (String text : Set.of("", "policy", "[]", "{", FILE + "\n\t- : broken", FILE.substring(0, 4000))) {
            assertThrows(IllegalStateException.class, () -> policy(text), text);
        }
        assertTrue(new FieldPolicy(FieldPolicy.bytes(new ByteArrayInputStream(FieldPolicy.file())))
                .hash()
                .equals(policy.hash()));
        assertThrows(IllegalStateException.class, () -> FieldPolicy.bytes(null));
        assertThrows(
                IllegalStateException.class,
                () -> FieldPolicy.bytes(new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the disk is broken");
                    }
                }));
    }

    private static FieldPolicy policy(String text) {
        return new FieldPolicy(text.getBytes(StandardCharsets.UTF_8));
    }

    private static PolicyFacts assigned(Set<Condition> conditions) {
        return new PolicyFacts(SOME, SOME, SOME, Set.of(Relation.ASSIGNED), conditions);
    }

    private static Caller caller(Role role) {
        return new Caller(SOME, "somebody", role, SOME, Set.of(), "s", "test");
    }
}
