package org.himaye.reimbursement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.himaye.shared.PlaceInTime;

/**
 * A request on a desk: numbers, kind, amount, state; never a name, a shelter or an account (BR-064).
 *
 * @param kind null where only number and state are shown
 * @param amount null where only number and state are shown
 * @param requestedAt null for a draft
 * @param dueAt when the next step is due, or null
 * @param place where it stands among what changed last
 */
public record QueueRow(
        UUID caseId,
        UUID personId,
        String reference,
        String caseNumber,
        ReimbursementKind kind,
        BigDecimal amount,
        ReimbursementState state,
        Instant requestedAt,
        Instant dueAt,
        PlaceInTime place) {}
