package org.himaye.web.plan;

import java.util.UUID;
import org.himaye.plan.GoalRating;
import org.himaye.plan.RatingEntry;

/** The rating of one goal as it is chosen. */
public class RatingForm {

    private final UUID goalId;
    private GoalRating rating;
    private String note;

    RatingForm(UUID goalId) {
        this.goalId = goalId;
    }

    RatingEntry toEntry() {
        return new RatingEntry(goalId, rating, note);
    }

    public UUID getGoalId() {
        return goalId;
    }

    public GoalRating getRating() {
        return rating;
    }

    public void setRating(GoalRating rating) {
        this.rating = rating;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
