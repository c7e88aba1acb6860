package org.himaye.organisation;

/** Why somebody no longer works here. */
public enum EndReason {
    LEFT,
    MOVED,
    LONG_ABSENCE,
    SUSPICION,
    /** The review of rights found that the access is not needed. */
    REVIEW,
    OTHER
}
