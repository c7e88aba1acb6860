package org.himaye.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.himaye.shared.PlaceInTime;

/**
 * A line of the register: codes, numbers and days.
 *
 * @param caseNumber null where nobody is known
 * @param copies how many files were made
 */
public record DisclosureLine(
        UUID id,
        UUID caseId,
        UUID personId,
        String reference,
        String caseNumber,
        DisclosureState state,
        ReceiverKind receiver,
        String organisation,
        Instant at,
        LocalDate expiresOn,
        Informing informing,
        int copies) {

    PlaceInTime place() {
        return new PlaceInTime(at, id);
    }
}
