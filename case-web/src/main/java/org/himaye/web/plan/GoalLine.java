package org.himaye.web.plan;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.himaye.assessment.NeedArea;
import org.himaye.plan.Caseload;
import org.himaye.plan.GoalRating;
import org.himaye.plan.PlanDecision;
import org.himaye.plan.PlanView;

/**
 * One line of the picture "goals by area": a block for each goal, with the counts in words beside it.
 *
 * @param decision null on the caseload, where cases decide differently
 * @param decidedOn when the person declined or nothing was found to be needed
 * @param blocks one for each goal, finished ones first
 */
public record GoalLine(NeedArea area, PlanDecision decision, LocalDate decidedOn, List<GoalRating> blocks) {

    /** From done to dropped: the order of blocks and of the legend. */
    static final List<GoalRating> ORDER = List.of(
            GoalRating.ACHIEVED, GoalRating.PARTLY, GoalRating.IN_PROGRESS, GoalRating.NOT_STARTED, GoalRating.DROPPED);

    /** How many goals have one rating. */
    public record Count(GoalRating rating, int goals) {}

    /** The counts that are not zero, in the order of the blocks. */
    public List<Count> counts() {
        return ORDER.stream()
                .map(rating -> new Count(
                        rating, (int) blocks.stream().filter(b -> b == rating).count()))
                .filter(count -> count.goals() > 0)
                .toList();
    }

    public int goals() {
        return blocks.size();
    }

    /** Goals of one rating, for the table behind the picture. */
    public long of(GoalRating rating) {
        return blocks.stream().filter(b -> b == rating).count();
    }

    /** True when this area has no goals and somebody decided so. */
    public boolean without() {
        return decision == PlanDecision.NOT_NEEDED || decision == PlanDecision.DECLINED;
    }

    /** Decisions against goals that the picture shows, for its legend. */
    static List<PlanDecision> decisions(List<GoalLine> lines) {
        return lines.stream()
                .filter(GoalLine::without)
                .map(GoalLine::decision)
                .distinct()
                .sorted()
                .toList();
    }

    /** The picture of one plan; empty when the reader may not see the codes. */
    static List<GoalLine> of(PlanView view) {
        return view.areas().stream()
                .filter(area -> area.component().get("component").isShown())
                .map(area -> new GoalLine(
                        area.component().value("component", NeedArea.class),
                        area.component().value("decision", PlanDecision.class),
                        area.component().value("decidedOn", LocalDate.class),
                        area.goals().stream()
                                .map(goal -> goal.goal().value("rating", GoalRating.class))
                                .filter(Objects::nonNull)
                                .sorted(Comparator.comparingInt(ORDER::indexOf))
                                .toList()))
                .toList();
    }

    /** The picture over the caseload. */
    static List<GoalLine> of(Caseload caseload) {
        return caseload.byComponent().entrySet().stream()
                .map(each -> new GoalLine(each.getKey(), null, null, blocks(each.getValue())))
                .toList();
    }

    private static List<GoalRating> blocks(Map<GoalRating, Integer> goals) {
        return ORDER.stream()
                .flatMap(rating -> Collections.nCopies(goals.getOrDefault(rating, 0), rating).stream())
                .toList();
    }
}
