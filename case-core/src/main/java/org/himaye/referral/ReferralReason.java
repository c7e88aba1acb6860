package org.himaye.referral;

import java.util.Arrays;
import java.util.List;

/** Why a referral was declined or withdrawn. A code only: the sender sees it. */
public enum ReferralReason {
    NO_CAPACITY(true, false),
    NOT_MANDATE(true, false),
    SAFETY_CONFLICT(true, false),
    PERSON_REFUSED(true, true),
    DUPLICATE(true, true),
    HELPED_ELSEWHERE(false, true),
    SENT_BY_MISTAKE(false, true);

    private final boolean declines;
    private final boolean withdraws;

    ReferralReason(boolean declines, boolean withdraws) {
        this.declines = declines;
        this.withdraws = withdraws;
    }

    /** Reasons a receiver may give. */
    public static List<ReferralReason> forDeclining() {
        return Arrays.stream(values()).filter(reason -> reason.declines).toList();
    }

    /** Reasons a sender may give. */
    public static List<ReferralReason> forWithdrawing() {
        return Arrays.stream(values()).filter(reason -> reason.withdraws).toList();
    }

    boolean declines() {
        return declines;
    }

    boolean withdraws() {
        return withdraws;
    }

    /** True unless nobody needs to be found for the person any more. */
    public boolean needsAlternative() {
        return this != PERSON_REFUSED && this != DUPLICATE;
    }
}
