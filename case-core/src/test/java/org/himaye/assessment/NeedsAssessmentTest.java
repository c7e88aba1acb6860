package org.himaye.assessment;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Needs are final when every area has an answer, and "declined" is one. */
class NeedsAssessmentTest {

    private static final UUID CASEWORKER = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void unansweredAreasAreNamed() {
        NeedsEntry entry = answered(NeedArea.HOUSING, null);

        NeedsIncomplete refused = assertThrows(NeedsIncomplete.class, entry.rules()::hold);

        assertEquals(List.of(NeedArea.HOUSING), refused.arguments());
    }

    @Test
    void declinedIsAnAnswer() {
        assertDoesNotThrow(answered(NeedArea.MEDICAL, NeedLevel.DECLINED).rules()::hold);
    }

    @Test
    void finalAssessmentIsNotWrittenTo() {
        NeedsAssessment assessment = new NeedsAssessment(UUID.randomUUID(), UUID.randomUUID(), CASEWORKER, NOW);
        assessment.finish(LocalDate.parse("2026-05-01"), CASEWORKER, NOW);

        assertEquals(NeedsAssessmentStatus.FINAL, assessment.status());
        assertThrows(NeedsAlreadyFinal.class, () -> assessment.saved(CASEWORKER, NOW));
    }

    @Test
    void planHasTheSevenComponentsOfTheLaw() {
        assertEquals(7, NeedArea.COMPONENTS.size());
        assertFalse(NeedArea.BASIC.component());
    }

    private static NeedsEntry answered(NeedArea area, NeedLevel level) {
        return new NeedsEntry(
                UUID.randomUUID(),
                null,
                null,
                null,
                Arrays.stream(NeedArea.values())
                        .map(a -> new NeedsEntry.Answer(a, a == area ? level : NeedLevel.SOME, null))
                        .toList());
    }
}
