package org.himaye.breakglass;

import java.time.Instant;
import java.util.UUID;

/**
 * An emergency access was reviewed and found not justified (domain.md 4.7). Told within the transaction of the review.
 *
 * @param grant id of the access
 * @param caseNumber of the case that it opened
 * @param colleague who began it
 * @param institution whose case it is
 * @param begun when it began
 * @param ended when it was over
 */
public record NotJustified(
        UUID grant,
        UUID caseId,
        String caseNumber,
        UUID colleague,
        UUID institution,
        BreakGlassReason reason,
        Instant begun,
        Instant ended) {}
