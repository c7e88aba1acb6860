package org.himaye.plan;

/** How a supervisor's review of a submitted version ended. */
public enum ReviewOutcome {
    REVIEWED,
    SENT_BACK
}
