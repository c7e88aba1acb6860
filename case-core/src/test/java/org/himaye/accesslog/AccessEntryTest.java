package org.himaye.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.himaye.confidentiality.AccessEvent;
import org.junit.jupiter.api.Test;

class AccessEntryTest {

    @Test
    void whoMayKnowOfOneCaseReadsOfNoOtherAndNotWhyItWasRefused() {
        AccessEntry entry = new AccessEntry(
                null,
                Instant.EPOCH,
                7,
                null,
                null,
                null,
                null,
                "case.read",
                AccessEvent.Action.VIEW,
                List.of("V-AAAAAA-A", "V-BBBBBB-B"),
                3,
                List.of(),
                List.of(),
                null,
                null,
                AccessEvent.Outcome.DENIED,
                "RESTRICTED",
                0);

        AccessEntry told = entry.about(Set.of("V-AAAAAA-A"));

        assertEquals(List.of("V-AAAAAA-A"), told.numbers());
        assertEquals(0, told.moreCases());
        assertEquals(AccessEvent.Outcome.DENIED, told.outcome());
        assertNull(told.reason());
    }
}
