package org.himaye.casefile;

import java.time.Instant;
import java.util.UUID;

/** A case on a list: workflow data only. */
public record CaseRow(
        UUID caseId,
        UUID personId,
        String number,
        String pseudonym,
        CaseStatus status,
        Urgency urgency,
        Instant openedAt,
        DeadlineKind dueKind,
        Instant dueAt,
        String caseworkerName,
        CaseQuery.Cursor cursor) {}
