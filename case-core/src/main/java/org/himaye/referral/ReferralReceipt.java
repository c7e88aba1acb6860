package org.himaye.referral;

import java.time.Instant;
import java.util.List;
import org.himaye.casefile.Urgency;

/**
 * What a sender sees of its own referral: number, state, times and codes (domain.md 3.2, police after the referral).
 *
 * @param version for withdrawing
 * @param dueAt until when the receiver's next step is due, or null when it is not its turn
 * @param alternative where the person can go instead, or null
 * @param steps oldest first
 * @param readable the sender may still read what it typed
 */
public record ReferralReceipt(
        String number,
        int version,
        ReferralStatus status,
        Urgency urgency,
        Instant dueAt,
        ReferralReason reason,
        List<MissingItem> missingItems,
        InstitutionChoice receiver,
        InstitutionChoice alternative,
        List<Step> steps,
        boolean readable) {

    /** One line of what happened. */
    public record Step(ReferralStatus status, Instant at) {}

    public boolean isWithdrawable() {
        return status.next().contains(ReferralStatus.WITHDRAWN);
    }

    public boolean isReturned() {
        return status == ReferralStatus.RETURNED;
    }

    /** Completed is what can be read. */
    public boolean isToComplete() {
        return isReturned() && readable;
    }

    /** The receiver takes nobody over any more. */
    public boolean isOver() {
        return status == ReferralStatus.DECLINED || status == ReferralStatus.WITHDRAWN;
    }
}
