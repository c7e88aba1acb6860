package org.himaye.restriction;

/** Why a case is restricted; the issuing body of an order. A closed list: words about a colleague would have to be read by somebody. */
public enum RestrictionReason {
    STAFF_IS_VICTIM(RestrictionKind.SEALED),
    STAFF_IS_SUSPECT(RestrictionKind.SEALED),
    STAFF_KNOWS(RestrictionKind.SEALED),
    THREAT_INSIDE(RestrictionKind.SEALED),
    PROSECUTION(RestrictionKind.SUSPENDED),
    COURT(RestrictionKind.SUSPENDED),
    RELATIVE(RestrictionKind.BARRED),
    ACQUAINTANCE(RestrictionKind.BARRED),
    INVOLVED(RestrictionKind.BARRED),
    ASKED_BY_PERSON(RestrictionKind.BARRED),
    ASKED_HERSELF(RestrictionKind.BARRED);

    private final RestrictionKind kind;

    RestrictionReason(RestrictionKind kind) {
        this.kind = kind;
    }

    RestrictionKind kind() {
        return kind;
    }
}
