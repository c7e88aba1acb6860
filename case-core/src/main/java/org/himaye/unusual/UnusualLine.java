package org.himaye.unusual;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.himaye.shared.PlaceInTime;

/**
 * One unusual access on a list, or on a page of its own.
 *
 * @param at when it was found
 * @param cause of {@link UnusualRule#NO_RELATION}, else null
 * @param colleague name of whose accesses
 * @param caseNumber null where it is about no single case, and once that is erased
 * @param accesses what the rule counted: cases for {@link UnusualRule#VOLUME}, else accesses
 * @param usual of {@link UnusualRule#VOLUME}: the median of the cases a day in the four weeks before; else null
 * @param verdict null while it is open
 * @param finding number of the finding that goes on with it, or null
 */
public record UnusualLine(
        UUID id,
        Instant at,
        UnusualRule rule,
        UnusualCause cause,
        UUID account,
        String colleague,
        LocalDate day,
        UUID caseId,
        String caseNumber,
        int accesses,
        Integer usual,
        UnusualVerdict verdict,
        String finding) {

    PlaceInTime place() {
        return new PlaceInTime(at, id);
    }
}
