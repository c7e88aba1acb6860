package org.himaye.plan;

/** Whether a goal is still worked on. */
public enum GoalState {
    OPEN,
    ENDED,
    CANCELLED_BY_VICTIM
}
