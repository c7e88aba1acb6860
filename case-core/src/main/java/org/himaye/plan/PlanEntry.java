package org.himaye.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.himaye.assessment.NeedArea;
import org.himaye.consent.Consent;

/**
 * What the form sends: a whole draft. May be incomplete until it is submitted.
 *
 * @param id made by the form, so that a double click makes one plan
 * @param version of the draft that the form was opened with; null for a new one
 * @param components the seven, in the order of the law
 */
public record PlanEntry(UUID id, Integer version, List<Component> components) {

    public record Component(
            NeedArea area, PlanDecision decision, LocalDate decidedOn, String reason, List<Goal> goals) {

        public Component {
            goals = List.copyOf(goals);
        }

        /** Goals count only where the decision says so; those of another decision are kept out of the plan. */
        List<Goal> counting() {
            return decision == PlanDecision.GOALS ? goals : List.of();
        }
    }

    public record Goal(UUID id, String aim, String indicator, LocalDate target, List<Action> actions) {

        public Goal {
            actions = List.copyOf(actions);
        }
    }

    public record Action(UUID id, String what, Responsible responsible, String responsibleName, LocalDate due) {

        boolean complete() {
            return given(what)
                    && responsible != null
                    && due != null
                    && (!responsible.needsName() || given(responsibleName));
        }
    }

    public PlanEntry {
        components = List.copyOf(components);
    }

    /**
     * BR-050: each of the seven components is addressed by a goal, or not needed, or declined with its date; there is at least one
     * goal, and each goal has an action with who and when.
     *
     * @param child true for a child: education is never "not needed" without a reason
     * @param opened the day on which the case began: nobody declined anything before
     * @throws ComponentsNotAddressed naming those that nothing is said about
     * @throws DeclinedWithoutDate for a declined component without its date
     * @throws ReasonForChildMissing when a child's education is said to be not needed, without a reason
     * @throws PlanWithoutGoal when everything is declined or not needed
     * @throws GoalsIncomplete naming the components whose goals lack an aim, a sign, a day or a whole action
     * @throws DayOutOfRange for a decision before the case or in the future, and for a goal or an action that ends before today or
     *     later than a consent can last
     */
    void requireComplete(boolean child, LocalDate opened, LocalDate today) {
        List<NeedArea> open =
                NeedArea.COMPONENTS.stream().filter(area -> !addressed(area)).toList();
        if (!open.isEmpty()) {
            throw new ComponentsNotAddressed(open);
        }
        for (Component component : components) {
            if (component.decision() == PlanDecision.DECLINED && component.decidedOn() == null) {
                throw new DeclinedWithoutDate(component.area());
            }
            if (child
                    && component.area() == NeedArea.EDUCATION
                    && component.decision() == PlanDecision.NOT_NEEDED
                    && !given(component.reason())) {
                throw new ReasonForChildMissing();
            }
        }
        if (components.stream().allMatch(c -> c.counting().isEmpty())) {
            throw new PlanWithoutGoal();
        }
        List<NeedArea> incomplete = components.stream()
                .filter(c -> c.counting().stream().anyMatch(g -> !complete(g)))
                .map(Component::area)
                .toList();
        if (!incomplete.isEmpty()) {
            throw new GoalsIncomplete(incomplete);
        }
        components.forEach(component -> requireDays(component, opened, today));
    }

    private static void requireDays(Component component, LocalDate opened, LocalDate today) {
        if (component.decision() != PlanDecision.GOALS) {
            DayOutOfRange.check("decidedOn_" + component.area(), component.decidedOn(), opened, today);
        }
        LocalDate last = today.plusYears(Consent.LONGEST_YEARS);
        int place = 0;
        for (Goal goal : component.counting()) {
            String line = "goals_" + component.area() + ":" + place++ + ":";
            DayOutOfRange.check(line + "target", goal.target(), today, last);
            int step = 0;
            for (Action action : goal.actions()) {
                DayOutOfRange.check(line + "actions:" + step++ + ":due", action.due(), today, last);
            }
        }
    }

    private boolean addressed(NeedArea area) {
        return components.stream()
                .filter(c -> c.area() == area)
                .anyMatch(c -> c.decision() == PlanDecision.GOALS ? !c.goals().isEmpty() : c.decision() != null);
    }

    private static boolean complete(Goal goal) {
        return given(goal.aim())
                && given(goal.indicator())
                && goal.target() != null
                && !goal.actions().isEmpty()
                && goal.actions().stream().allMatch(Action::complete);
    }

    static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
