package org.himaye.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.Urgency;
import org.himaye.shared.Translated;

/**
 * A referral on a list: workflow data only.
 *
 * @param other the other side: the receiver on a sender's list, the sender on a receiver's
 * @param dueAt until when the next step of the receiver is due, or null when it is not its turn
 * @param mark place of the row in the list, for the next page
 */
public record ReferralRow(
        UUID id,
        String number,
        ReferralStatus status,
        Urgency urgency,
        Translated other,
        Instant sentAt,
        Instant acknowledgedAt,
        Instant decidedAt,
        Instant dueAt,
        ReferralReason reason,
        List<MissingItem> missingItems,
        String mark) {}
