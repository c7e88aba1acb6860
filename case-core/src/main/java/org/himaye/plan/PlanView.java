package org.himaye.plan;

import java.util.List;
import org.himaye.casefile.CaseHeader;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.RevealedRow;

/**
 * One version as its reader may see it.
 *
 * @param plan null when the case has no plan yet
 * @param status null when the case has no plan yet
 * @param areas the seven components in the order of the law
 * @param reviews newest first
 * @param plannable without a plan: true when a recent needs assessment is there and the case is active
 * @param own true when the reader wrote it and may therefore not review it
 * @param child a guardian answers, and the child's own opinion is recorded beside
 * @param purposes what the reader may choose where a purpose is needed
 */
public record PlanView(
        CaseHeader header,
        RevealedRow plan,
        PlanStatus status,
        int planVersion,
        List<Area> areas,
        List<RevealedRow> reviews,
        boolean plannable,
        boolean own,
        boolean child,
        List<Purpose> purposes) {

    /** A component with its goals; goals are shown only where the decision is to have some. */
    public record Area(RevealedRow component, List<Goal> goals) {}

    /** A goal with its actions and, where they were asked for, its ratings, newest first. */
    public record Goal(RevealedRow goal, List<RevealedRow> actions, List<RevealedRow> ratings) {}

    /** All goals, in the order of the page. */
    public List<Goal> goals() {
        return areas.stream().flatMap(a -> a.goals().stream()).toList();
    }

    /** True when choosing a purpose would show more than now. */
    public boolean withheld() {
        return goals().stream().anyMatch(g -> g.goal().get("aim").isPurposeOffered());
    }
}
