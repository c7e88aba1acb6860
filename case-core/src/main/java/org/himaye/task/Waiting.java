package org.himaye.task;

import java.time.Instant;
import java.util.UUID;
import org.himaye.casefile.Urgency;

/**
 * Something that waits for the caller.
 *
 * @param caseId the case, the referral that is none yet, or null for what belongs to none
 * @param number of a case, a referral or a request: the page behind it takes it
 * @param pseudonym null where the caller's job does not need it
 * @param urgency null where there is none
 * @param since when it began to wait
 * @param dueAt until when it should be done, or null
 */
public record Waiting(
        WaitingKind kind,
        UUID caseId,
        UUID personId,
        String number,
        String pseudonym,
        Urgency urgency,
        Instant since,
        Instant dueAt) {}
