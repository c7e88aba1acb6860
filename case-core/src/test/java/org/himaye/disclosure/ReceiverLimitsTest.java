package org.himaye.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.himaye.confidentiality.FieldPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may go to whom at most: the lines of domain.md 4.4 that say never, written from the document. */
class ReceiverLimitsTest {

    private final FieldPolicy policy = new FieldPolicy();

    @ParameterizedTest
    @EnumSource
    void whatTheFileNamesIsWhatADisclosureCanName(ReceiverKind receiver) {
        Set<String> names = Arrays.stream(DisclosedField.values())
                .map(DisclosedField::attribute)
                .collect(Collectors.toSet());

        assertTrue(names.containsAll(policy.released(receiver.name())), policy.released(receiver.name())::toString);
        assertEquals(
                policy.released(receiver.name()).isEmpty(),
                receiver == ReceiverKind.RESEARCHER_MEDIA,
                "nothing personal to research and media, something to everybody else");
    }

    @Test
    void everyFieldCanGoToSomebody() {
        for (DisclosedField field : DisclosedField.values()) {
            assertTrue(
                    Arrays.stream(ReceiverKind.values())
                            .anyMatch(each -> policy.released(each.name()).contains(field.attribute())),
                    field.name());
        }
    }

    @Test
    void whatMustNeverGoIsNotThere() {
        for (ReceiverKind receiver : ReceiverKind.values()) {
            Set<String> most = policy.released(receiver.name());
            most.forEach(attribute -> assertFalse(
                    Set.of("therapyText", "privilegedText", "codeWord", "institution")
                            .contains(attribute.substring(attribute.indexOf('.') + 1)),
                    receiver + " " + attribute));
            boolean medical = receiver == ReceiverKind.HEALTH_PROVIDER;
            assertEquals(medical, most.contains("case_note.healthSummary"), receiver + " health");
        }
        for (ReceiverKind receiver :
                Set.of(ReceiverKind.INVESTIGATOR, ReceiverKind.PROSECUTOR, ReceiverKind.COURT, ReceiverKind.EMBASSY)) {
            Set<String> most = policy.released(receiver.name());
            assertFalse(most.contains("contact_point.value"), receiver + " place");
            assertFalse(most.contains("case_note.narrativeText"), receiver + " story");
        }
        assertFalse(policy.released("HEALTH_PROVIDER").stream().anyMatch(each -> each.startsWith("identification.")));
        assertEquals(Set.of("person.givenName", "person.familyName"), policy.released("EMPLOYER"));
        assertEquals(Set.of(), policy.released("SOMEBODY_ELSE"));
    }
}
