package org.himaye.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.himaye.assessment.NeedArea;
import org.himaye.shared.PageOf;
import org.himaye.shared.PlaceInTime;

/**
 * How far the goals of all plans in force have come, without any text of a plan.
 *
 * @param plans how many are in force
 * @param page the review that is due first stands first
 * @param byComponent of all plans, for each of the seven, the number of goals by rating
 */
public record Caseload(int plans, PageOf<CaseProgress> page, Map<NeedArea, Map<GoalRating, Integer>> byComponent) {

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** One case with a plan in force. */
    public record CaseProgress(
            UUID caseId,
            UUID personId,
            String number,
            String pseudonym,
            String caseworkerName,
            LocalDate startedOn,
            Instant reviewDue,
            Map<GoalRating, Integer> goals) {

        /** Without a review to come it stands at the end. */
        PlaceInTime place() {
            return new PlaceInTime(reviewDue == null ? NEVER : reviewDue, caseId);
        }

        /** Goals of one rating, by its name, for the page. */
        public int count(String rating) {
            return goals.get(GoalRating.valueOf(rating));
        }
    }
}
