package org.himaye.audit;

import java.time.Instant;
import java.util.UUID;
import org.himaye.breakglass.Verdict;
import org.himaye.shared.PlaceInTime;

/**
 * One finding on a list.
 *
 * @param caseNumber null where it is about no single case
 * @param colleague whose accesses
 * @param verdict null until it is closed
 */
public record FindingLine(
        UUID id,
        UUID caseId,
        String reference,
        String caseNumber,
        String colleague,
        FindingState state,
        Verdict verdict,
        Instant at,
        Instant answerDueAt) {

    PlaceInTime place() {
        return new PlaceInTime(at, id);
    }
}
