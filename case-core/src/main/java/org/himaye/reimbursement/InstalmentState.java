package org.himaye.reimbursement;

import java.util.EnumSet;
import java.util.Set;

/** Where one payment stands, domain.md 2.8. */
public enum InstalmentState {
    SCHEDULED,
    ORDERED,
    PAID,
    FAILED,
    CANCELLED,
    REVERSED;

    public Set<InstalmentState> next() {
        return switch (this) {
            case SCHEDULED -> EnumSet.of(ORDERED, CANCELLED);
            case ORDERED -> EnumSet.of(PAID, FAILED);
            case FAILED -> EnumSet.of(ORDERED);
            case PAID -> EnumSet.of(REVERSED);
            case CANCELLED, REVERSED -> EnumSet.noneOf(InstalmentState.class);
        };
    }
}
