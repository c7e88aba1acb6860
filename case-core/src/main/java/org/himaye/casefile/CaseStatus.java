package org.himaye.casefile;

import java.util.EnumSet;
import java.util.Set;

/** Where a case stands, domain.md 2.3. REOPENED is ACTIVE again. */
public enum CaseStatus {
    OPEN_PREARRIVAL,
    INTAKE,
    ACTIVE,
    SUSPENDED,
    FOLLOW_UP,
    CLOSED;

    /** The transitions of 2.3; what is not listed is refused. */
    public Set<CaseStatus> next() {
        return switch (this) {
            case OPEN_PREARRIVAL -> EnumSet.of(INTAKE);
            case INTAKE -> EnumSet.of(ACTIVE, CLOSED);
            case ACTIVE -> EnumSet.of(SUSPENDED, FOLLOW_UP);
            case SUSPENDED -> EnumSet.of(ACTIVE);
            case FOLLOW_UP -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.of(ACTIVE);
        };
    }
}
