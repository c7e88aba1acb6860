package org.himaye.breakglass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Refused;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.BusinessException;
import org.junit.jupiter.api.Test;

/** The rules of emergency access, domain.md 4.7 (SC-06). */
class BreakGlassGrantTest {

    private static final String WORDS = "Dünən axşamdan bəri görünmür";
    private static final Instant NIGHT = Instant.parse("2026-11-20T22:10:00Z");

    private final UUID actor = UUID.randomUUID();
    private final UUID reviewer = UUID.randomUUID();

    @Test
    void reasonClassesAndTwentyCharactersAreNeededAndToldTogether() {
        BusinessException broken = assertThrows(
                BusinessException.class,
                () -> new BreakGlassRequest(null, Set.of(), "kömək").rules().hold());

        assertEquals(
                List.of("reason", "classes", "reasonText"),
                broken.all().stream().map(BusinessException::field).toList());
        assertThrows(ReasonTooShort.class, () -> asked("x".repeat(19)).rules().hold());
        asked("x".repeat(20)).rules().hold();
    }

    @Test
    void blanksAreNoReason() {
        assertThrows(
                ReasonTooShort.class, () -> asked("x" + " ".repeat(30)).rules().hold());
    }

    @Test
    void itRunsAnHourToTheSecond() {
        BreakGlassGrant grant = grant();

        assertTrue(grant.runs(NIGHT.plusSeconds(3599)));
        assertFalse(grant.runs(NIGHT.plusSeconds(3600)));
    }

    @Test
    void endedIsEndedAndTheFirstEndCounts() {
        BreakGlassGrant grant = grant();

        grant.end(actor, NIGHT.plusSeconds(60));
        grant.end(actor, NIGHT.plusSeconds(120));

        assertFalse(grant.runs(NIGHT.plusSeconds(61)));
        assertEquals(NIGHT.plusSeconds(60), grant.endedAt());
    }

    @Test
    void whatIsOverByItselfIsNotEndedAgain() {
        BreakGlassGrant grant = grant();

        grant.end(actor, NIGHT.plusSeconds(4000));

        assertEquals(null, grant.endedAt());
    }

    @Test
    void nobodyReviewsTheOwnOne() {
        assertThrows(Refused.class, () -> grant().review(Verdict.JUSTIFIED, actor, NIGHT.plusSeconds(4000)));
    }

    @Test
    void itIsReviewedWhenItIsOverAndOnce() {
        BreakGlassGrant grant = grant();

        assertThrows(StillRunning.class, () -> grant.review(Verdict.UNCLEAR, reviewer, NIGHT.plusSeconds(10)));
        grant.review(Verdict.JUSTIFIED, reviewer, NIGHT.plusSeconds(3600));
        assertThrows(
                AlreadyReviewed.class, () -> grant.review(Verdict.NOT_JUSTIFIED, reviewer, NIGHT.plusSeconds(3700)));
        assertEquals(Verdict.JUSTIFIED, grant.verdict());
    }

    /** Saturday 02:10 in Baku: Monday, Tuesday, Wednesday, until midnight. */
    @Test
    void threeWorkingDaysLeaveTheWeekendOut() {
        assertEquals(Instant.parse("2026-11-25T20:00:00Z"), BusinessClock.afterWorkingDays(NIGHT, 3));
    }

    private static BreakGlassRequest asked(String text) {
        return new BreakGlassRequest(
                BreakGlassReason.MISSING_CHILD, Set.of(DataClass.IDENTITY, DataClass.CONTACT_LOCATION), text);
    }

    private BreakGlassGrant grant() {
        return new BreakGlassGrant(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "session",
                asked(WORDS),
                Duration.ofMinutes(60),
                BusinessClock.afterWorkingDays(NIGHT, 3),
                actor,
                NIGHT);
    }
}
