package org.himaye.plan;

import java.util.UUID;

/**
 * What the supervisor rates.
 *
 * @param rating null leaves the goal as it is
 */
public record RatingEntry(UUID goalId, GoalRating rating, String note) {}
