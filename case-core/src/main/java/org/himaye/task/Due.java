package org.himaye.task;

import java.time.Instant;
import java.util.UUID;
import org.himaye.casefile.CaseStatus;
import org.himaye.casefile.DeadlineKind;
import org.himaye.confidentiality.Role;

/**
 * A deadline of a case on which the caller works or which he supervises.
 *
 * @param mine the caller can meet it; else it waits for another
 */
public record Due(
        UUID caseId,
        UUID personId,
        String number,
        String pseudonym,
        CaseStatus status,
        DeadlineKind kind,
        Instant dueAt,
        String caseworkerName,
        boolean mine) {

    /** The job whose turn it is. */
    public Role turn() {
        return Turns.job(kind);
    }
}
