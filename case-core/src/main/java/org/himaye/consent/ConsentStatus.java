package org.himaye.consent;

import java.util.EnumSet;
import java.util.Set;

/** Where a consent stands, domain.md 2.7. A refusal is an answer like any other and closes nothing (BR-004, BR-005). */
public enum ConsentStatus {
    PROPOSED,
    GIVEN,
    REFUSED,
    WITHDRAWN,
    EXPIRED;

    /** The transitions of 2.7; what is not listed is refused. */
    public Set<ConsentStatus> next() {
        return switch (this) {
            case PROPOSED -> EnumSet.of(GIVEN, REFUSED);
            case GIVEN -> EnumSet.of(WITHDRAWN, EXPIRED);
            case REFUSED, WITHDRAWN, EXPIRED -> EnumSet.noneOf(ConsentStatus.class);
        };
    }
}
