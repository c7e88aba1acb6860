package org.himaye.casefile;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where the identification of a person stands, domain.md 2.1. PRESUMED and IDENTIFIED open the same services (BR-001). Kept on
 * the case, because list and header show it; the steps are taken by the identification capability.
 */
public enum IdentificationStatus {
    SUSPECTED,
    PRESUMED,
    IDENTIFIED,
    NOT_CONFIRMED,
    UNDER_APPEAL,
    NOT_CONFIRMED_FINAL,
    UNDECIDED_CLOSED;

    private Set<IdentificationStatus> next() {
        return switch (this) {
            case SUSPECTED -> EnumSet.of(PRESUMED);
            case PRESUMED -> EnumSet.of(IDENTIFIED, NOT_CONFIRMED, UNDECIDED_CLOSED);
            case NOT_CONFIRMED -> EnumSet.of(UNDER_APPEAL, PRESUMED);
            case UNDER_APPEAL -> EnumSet.of(IDENTIFIED, NOT_CONFIRMED_FINAL);
            case NOT_CONFIRMED_FINAL, UNDECIDED_CLOSED -> EnumSet.of(PRESUMED);
            case IDENTIFIED -> EnumSet.noneOf(IdentificationStatus.class);
        };
    }

    /** @param from null before anything is recorded */
    static boolean mayBecome(IdentificationStatus from, IdentificationStatus to) {
        return from == null ? to == SUSPECTED || to == PRESUMED : from.next().contains(to);
    }
}
