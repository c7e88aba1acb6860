package org.himaye.plan;

/** How far a goal has come, as the supervisor rates it. */
public enum GoalRating {
    NOT_STARTED,
    IN_PROGRESS,
    PARTLY,
    ACHIEVED,
    DROPPED;

    /** Nothing more is expected of the goal. */
    public boolean end() {
        return this == ACHIEVED || this == DROPPED;
    }
}
