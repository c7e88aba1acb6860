package org.himaye.subjectrequest;

import java.util.EnumSet;
import java.util.Set;

/** Where a request stands, domain.md 4.8. */
public enum SubjectRequestState {
    RECEIVED,
    IDENTITY_VERIFIED,
    /** It is said what comes of it. */
    PREPARED,
    /** Another person has looked at it, and at what is blacked out. */
    REDACTED,
    DELIVERED,
    PARTLY_REFUSED,
    REFUSED,
    /** She does not want it any more. */
    TAKEN_BACK;

    /** What is not listed is refused. */
    Set<SubjectRequestState> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(IDENTITY_VERIFIED, TAKEN_BACK);
            case IDENTITY_VERIFIED -> EnumSet.of(PREPARED, TAKEN_BACK);
            case PREPARED -> EnumSet.of(REDACTED, IDENTITY_VERIFIED, DELIVERED, TAKEN_BACK);
            case REDACTED -> EnumSet.of(PREPARED, DELIVERED, PARTLY_REFUSED, REFUSED);
            case DELIVERED, PARTLY_REFUSED, REFUSED, TAKEN_BACK -> EnumSet.noneOf(SubjectRequestState.class);
        };
    }

    public boolean over() {
        return next().isEmpty();
    }
}
