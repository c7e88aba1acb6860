package org.himaye.plan;

import java.util.EnumSet;
import java.util.Set;

/** Where a version of a plan stands, domain.md 2.6; what is not listed in {@link #next()} is refused. */
public enum PlanStatus {
    DRAFT,
    SUBMITTED,
    REVIEWED,
    CONSENT_PENDING,
    APPROVED,
    ACTIVE,
    IN_REVISION,
    SUPERSEDED,
    COMPLETED,
    DISCONTINUED,
    DECLINED;

    public Set<PlanStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SUBMITTED);
            case SUBMITTED -> EnumSet.of(REVIEWED, DRAFT);
            case REVIEWED -> EnumSet.of(CONSENT_PENDING, DRAFT);
            case CONSENT_PENDING -> EnumSet.of(APPROVED, DRAFT, DECLINED);
            case APPROVED -> EnumSet.of(ACTIVE);
            case ACTIVE -> EnumSet.of(IN_REVISION, COMPLETED, DISCONTINUED, SUPERSEDED);
            case IN_REVISION -> EnumSet.of(ACTIVE, SUPERSEDED, DISCONTINUED);
            case SUPERSEDED, COMPLETED, DISCONTINUED, DECLINED -> EnumSet.noneOf(PlanStatus.class);
        };
    }

    /** The version is in force: its actions run and its goals are rated. A version in revision stays in force. */
    public boolean inForce() {
        return this == ACTIVE || this == IN_REVISION;
    }

    /** The version is on its way and no other may be begun beside it. */
    public boolean underway() {
        return ordinal() <= APPROVED.ordinal();
    }
}
