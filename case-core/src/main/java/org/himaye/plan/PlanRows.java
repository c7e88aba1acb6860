package org.himaye.plan;

import java.util.ArrayList;
import java.util.List;
import org.himaye.casefile.CaseFacts;
import org.himaye.confidentiality.Row;

/**
 * One version as it was loaded, before the gate: everything that hangs on it, in the order of the page.
 *
 * @param plan null when the case has no plan yet
 */
record PlanRows(
        CaseFacts facts,
        RehabilitationPlan plan,
        List<PlanReview> reviews,
        List<PlanComponent> components,
        List<PlanGoal> goals,
        List<PlanAction> actions,
        List<PlanRating> ratings) {

    static PlanRows none(CaseFacts facts) {
        return new PlanRows(facts, null, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** For one opening by the gate: one page, one event. */
    List<Row> all() {
        List<Row> all = new ArrayList<>();
        if (plan != null) {
            all.add(plan);
        }
        all.addAll(reviews);
        all.addAll(components);
        all.addAll(goals);
        all.addAll(actions);
        all.addAll(ratings);
        return all;
    }

    List<PlanGoal> goalsOf(PlanComponent component) {
        return goals.stream()
                .filter(g -> g.component() == component.component())
                .toList();
    }

    List<PlanAction> actionsOf(PlanGoal goal) {
        return actions.stream().filter(a -> a.goalId().equals(goal.id())).toList();
    }

    List<PlanRating> ratingsOf(PlanGoal goal) {
        return ratings.stream().filter(r -> r.goalId().equals(goal.id())).toList();
    }
}
