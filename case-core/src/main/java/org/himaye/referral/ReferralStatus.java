package org.himaye.referral;

import java.util.EnumSet;
import java.util.Set;

/** Where a referral stands, domain.md 2.2. */
public enum ReferralStatus {
    DRAFT,
    SENT,
    ACKNOWLEDGED,
    ACCEPTED,
    DECLINED,
    /** Sent back with a list of what is missing; the sender may write again. */
    RETURNED,
    WITHDRAWN,
    COMPLETED,
    ENDED_EARLY,
    EXPIRED;

    /** The transitions of 2.2; what is not listed is refused. */
    public Set<ReferralStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SENT);
            case SENT -> EnumSet.of(ACKNOWLEDGED, WITHDRAWN, EXPIRED);
            case ACKNOWLEDGED -> EnumSet.of(ACCEPTED, DECLINED, RETURNED, WITHDRAWN);
            case RETURNED -> EnumSet.of(SENT, WITHDRAWN);
            case ACCEPTED -> EnumSet.of(COMPLETED, ENDED_EARLY);
            case DECLINED, WITHDRAWN, COMPLETED, ENDED_EARLY, EXPIRED -> EnumSet.noneOf(ReferralStatus.class);
        };
    }

    /** True while only the sender may write what it tells. */
    public boolean unsent() {
        return this == DRAFT || this == RETURNED;
    }

    /** True while the receiver has not decided. */
    public boolean waiting() {
        return this == SENT || this == ACKNOWLEDGED;
    }
}
