package org.himaye.casefile;

import java.time.Instant;
import java.util.UUID;
import org.himaye.shared.PlaceInTime;

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
        PlaceInTime place) {}
