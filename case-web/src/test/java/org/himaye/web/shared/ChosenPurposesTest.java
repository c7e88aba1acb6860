package org.himaye.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.himaye.confidentiality.Purpose;
import org.junit.jupiter.api.Test;

/** How long what a reader chose counts, and for what. */
class ChosenPurposesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration SITTING = Duration.ofMinutes(30);

    private final ChosenPurposes purposes = new ChosenPurposes();

    @Test
    void aPurposeIsOverAfterHalfAnHourHoweverOftenItOpenedAPage() {
        purposes.choose("V-1", Purpose.SUPERVISION, NOW);
        purposes.shown("V-1", UUID.randomUUID(), UUID.randomUUID());

        assertEquals(
                Purpose.SUPERVISION,
                purposes.find("V-1", NOW.plus(SITTING).minusMillis(1))
                        .orElseThrow()
                        .purpose());
        assertTrue(purposes.find("V-1", NOW.plus(SITTING)).isEmpty());
    }

    @Test
    void theLastChoiceCountsAndOnlyForItsRecord() {
        purposes.choose("V-1", Purpose.SUPERVISION, NOW);
        purposes.choose("V-1", Purpose.COMPLAINT, NOW);

        assertEquals(Purpose.COMPLAINT, purposes.find("V-1", NOW).orElseThrow().purpose());
        assertTrue(purposes.find("V-2", NOW).isEmpty());
        purposes.end("V-1");
        assertTrue(purposes.find("V-1", NOW).isEmpty());
    }

    @Test
    void whatWasChosenFirstEndsWhenTooMuchIsOpen() {
        for (int i = 0; i <= 20; i++) {
            purposes.choose("V-" + i, Purpose.SUPERVISION, NOW);
        }

        assertTrue(purposes.find("V-0", NOW).isEmpty());
        assertTrue(purposes.find("V-1", NOW).isPresent());
    }
}
