package org.himaye.casefile;

import java.time.Instant;
import java.util.UUID;
import org.himaye.person.AgeBand;

/** A case that was searched for, masked until it is opened: pseudonym and age band stand for the person (domain.md 3.1). */
public record CaseHit(
        UUID caseId,
        UUID personId,
        String number,
        String pseudonym,
        AgeBand ageBand,
        CaseStatus status,
        Instant openedAt,
        String caseworkerName) {}
