package org.himaye.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.himaye.assessment.NeedArea;

/**
 * How far the goals of all plans in force have come, without any text of a plan.
 *
 * @param rows the review that is due first stands first
 * @param byComponent for each of the seven, the number of goals by rating
 */
public record Caseload(List<CaseProgress> rows, Map<NeedArea, Map<GoalRating, Integer>> byComponent) {

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

        /** Goals of one rating, by its name, for the page. */
        public int count(String rating) {
            return goals.get(GoalRating.valueOf(rating));
        }
    }
}
