package org.himaye.identification;

import java.time.Instant;
import java.util.UUID;

/** One set that was sent to the unit: workflow data only. */
public record QueueRow(
        UUID caseId, UUID personId, String number, String pseudonym, Instant sentAt, Instant dueAt, Instant decidedAt) {

    public boolean open() {
        return decidedAt == null;
    }
}
