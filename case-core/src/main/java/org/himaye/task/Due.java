package org.himaye.task;

import java.time.Instant;
import java.util.UUID;
import org.himaye.casefile.CaseStatus;
import org.himaye.casefile.DeadlineKind;

/** A deadline of a case on which the caller works or which he supervises. */
public record Due(
        UUID caseId,
        UUID personId,
        String number,
        String pseudonym,
        CaseStatus status,
        DeadlineKind kind,
        Instant dueAt,
        String caseworkerName) {}
