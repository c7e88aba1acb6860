package org.himaye.organisation;

/** What whoever signs says about a colleague's access. */
public enum RightsDecision {
    KEEP,
    LEFT,
    NOT_NEEDED,
    SUSPICION;

    /** Why the work here ends; only for the decisions that end it. */
    EndReason reason() {
        return switch (this) {
            case LEFT -> EndReason.LEFT;
            case SUSPICION -> EndReason.SUSPICION;
            default -> EndReason.REVIEW;
        };
    }
}
