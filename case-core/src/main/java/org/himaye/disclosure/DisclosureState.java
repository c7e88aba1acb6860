package org.himaye.disclosure;

import java.util.EnumSet;
import java.util.Set;

/** Where a request stands, domain.md 4.3. */
public enum DisclosureState {
    REQUESTED,
    CHECKED,
    /** All that was asked for may go. */
    APPROVED,
    /** Some of it may go. */
    PARTLY,
    REFUSED,
    SENT,
    /** It has gone and the person knows. */
    NOTIFIED;

    /** The transitions of 4.3; what is not listed is refused. */
    Set<DisclosureState> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(CHECKED);
            case CHECKED -> EnumSet.of(APPROVED, PARTLY, REFUSED);
            case APPROVED, PARTLY -> EnumSet.of(SENT);
            case SENT -> EnumSet.of(NOTIFIED);
            case REFUSED, NOTIFIED -> EnumSet.noneOf(DisclosureState.class);
        };
    }

    /** Decided, and not gone yet. */
    boolean ready() {
        return this == APPROVED || this == PARTLY;
    }

    /** Data goes or went. */
    public boolean granted() {
        return ready() || this == SENT || this == NOTIFIED;
    }
}
