package org.himaye.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.ReleaseGround;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may go to whom at most: the lines of domain.md 4.4 that say never, written from the document. */
class ReceiverLimitsTest {

    private final FieldPolicy policy = new FieldPolicy();

    private Set<String> most(ReceiverKind receiver) {
        return policy.released(receiver.name(), ReleaseGround.AGREED);
    }

    /** "Without consent less": of each receiver, written from the document. */
    @ParameterizedTest
    @EnumSource
    void withoutConsentLessGoes(ReceiverKind receiver) {
        Set<String> less = policy.released(receiver.name(), ReleaseGround.ORDERED);

        assertTrue(most(receiver).containsAll(less), "nothing that does not go with consent");
        assertTrue(less.stream().noneMatch(each -> each.startsWith("case_document.")), "no papers");
        assertTrue(most(receiver).isEmpty() || less.size() < most(receiver).size(), receiver + " gets less");
        assertEquals(
                switch (receiver) {
                    case SPECIAL_UNIT, HEALTH_PROVIDER ->
                        Set.of("person.pseudonym", "person.ageBand", "person.sex", "person.languages");
                    case INVESTIGATOR, PROSECUTOR, COURT ->
                        Set.of(
                                "person.pseudonym",
                                "case_note.createdAt",
                                "identification.decisionNumber",
                                "identification.decisionDate");
                    case FINANCE -> Set.of("reimbursement_request.reference", "reimbursement_request.amount");
                    case EMPLOYER, SCHOOL, EMBASSY, LAWYER, RESEARCHER_MEDIA, FAMILY -> Set.of();
                },
                less);
        assertTrue(most(receiver).containsAll(policy.released(receiver.name(), ReleaseGround.DANGER)), "nor in danger");
    }

    @ParameterizedTest
    @EnumSource
    void whatTheFileNamesIsWhatADisclosureCanName(ReceiverKind receiver) {
        Set<String> names = Arrays.stream(DisclosedField.values())
                .map(DisclosedField::attribute)
                .collect(Collectors.toSet());

        assertTrue(
                most(receiver).stream().allMatch(each -> names.contains(each) || each.startsWith("case_document.")),
                () -> most(receiver).toString());
        assertEquals(
                most(receiver).isEmpty(),
                receiver == ReceiverKind.RESEARCHER_MEDIA,
                "nothing personal to research and media, something to everybody else");
    }

    @Test
    void everyFieldCanGoToSomebody() {
        for (DisclosedField field : DisclosedField.values()) {
            assertTrue(
                    Arrays.stream(ReceiverKind.values())
                            .anyMatch(each -> most(each).contains(field.attribute())),
                    field.name());
        }
    }

    @Test
    void whatMustNeverGoIsNotThere() {
        for (ReceiverKind receiver : ReceiverKind.values()) {
            Set<String> most = most(receiver);
            most.forEach(attribute -> assertFalse(
                    Set.of(
                                    "therapyText",
                                    "privilegedText",
                                    "therapyTitle",
                                    "privilegedTitle",
                                    "codeWord",
                                    "institution")
                            .contains(attribute.substring(attribute.indexOf('.') + 1)),
                    receiver + " " + attribute));
            boolean medical = receiver == ReceiverKind.HEALTH_PROVIDER;
            assertEquals(medical, most.contains("case_note.healthSummary"), receiver + " health");
            assertEquals(medical, most.contains("case_document.healthTitle"), receiver + " papers on health");
        }
        for (ReceiverKind receiver :
                Set.of(ReceiverKind.INVESTIGATOR, ReceiverKind.PROSECUTOR, ReceiverKind.COURT, ReceiverKind.EMBASSY)) {
            Set<String> most = most(receiver);
            assertFalse(most.contains("contact_point.value"), receiver + " place");
            assertFalse(most.contains("case_note.narrativeText"), receiver + " story");
        }
        assertFalse(most(ReceiverKind.HEALTH_PROVIDER).stream().anyMatch(each -> each.startsWith("identification.")));
        assertEquals(Set.of("person.givenName", "person.familyName"), most(ReceiverKind.EMPLOYER));
        assertEquals(Set.of(), policy.released("SOMEBODY_ELSE", ReleaseGround.AGREED));
    }
}
