package org.himaye.identification;

import java.time.Instant;
import java.util.UUID;
import org.himaye.shared.PlaceInTime;

/** One set that was sent to the unit: workflow data only. */
public record QueueRow(
        UUID id,
        UUID caseId,
        UUID personId,
        String number,
        String pseudonym,
        Instant sentAt,
        Instant dueAt,
        Instant decidedAt) {

    PlaceInTime place() {
        return new PlaceInTime(decidedAt, id);
    }

    public boolean open() {
        return decidedAt == null;
    }
}
