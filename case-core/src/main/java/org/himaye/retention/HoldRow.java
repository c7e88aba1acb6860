package org.himaye.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * A hold that is in force.
 *
 * @param mayLift whether another person set it
 */
public record HoldRow(
        UUID id,
        int version,
        UUID caseId,
        String number,
        HoldReason reason,
        String reference,
        String by,
        Instant at,
        boolean mayLift) {}
