package org.himaye.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.himaye.assessment.NeedArea;
import org.himaye.consent.Consent;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.Rules;

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

        /** Somebody else than our own people is named. */
        boolean nameless() {
            return responsible != null && responsible.needsName() && !given(responsibleName);
        }
    }

    public PlanEntry {
        components = List.copyOf(components);
    }

    /**
     * BR-050: each of the seven components is addressed by a goal, or not needed, or declined with its date; there is at least one
     * goal, and each goal has an aim, a sign, a day and an action with who and when. Nobody declined anything before the case or in the
     * future, no goal or action ends before today or later than a consent can last. A goal's fields are named after its id.
     *
     * @param child true for a child: education is never "not needed" without a reason
     * @param opened the day on which the case began
     */
    public Rules rules(boolean child, LocalDate opened, LocalDate today) {
        Rules rules = new Rules();
        for (NeedArea area : NeedArea.COMPONENTS) {
            rules.unless(addressed(area), () -> new ComponentsNotAddressed(area));
        }
        for (Component component : components) {
            rulesOf(component, child, opened, today, rules);
        }
        return rules.unless(
                components.stream()
                        .map(Component::decision)
                        .anyMatch(decision -> decision == null || decision == PlanDecision.GOALS),
                PlanWithoutGoal::new);
    }

    private static void rulesOf(Component component, boolean child, LocalDate opened, LocalDate today, Rules rules) {
        NeedArea area = component.area();
        boolean notNeeded = component.decision() == PlanDecision.NOT_NEEDED;
        rules.unless(
                component.decision() != PlanDecision.DECLINED || component.decidedOn() != null,
                () -> new DeclinedWithoutDate(area));
        rules.unless(
                !child || area != NeedArea.EDUCATION || !notNeeded || given(component.reason()),
                ReasonForChildMissing::new);
        if (component.decision() != PlanDecision.GOALS) {
            DayOutOfRange.check(rules, "decidedOn_" + area, component.decidedOn(), opened, today);
        }
        component.counting().forEach(goal -> rulesOf(goal, today, rules));
    }

    private static void rulesOf(Goal goal, LocalDate today, Rules rules) {
        LocalDate last = today.plusYears(Consent.LONGEST_YEARS);
        require(rules, goal.id(), "aim", given(goal.aim()));
        require(rules, goal.id(), "indicator", given(goal.indicator()));
        require(rules, goal.id(), "target", goal.target() != null);
        DayOutOfRange.check(rules, goal.id() + ".target", goal.target(), today, last);
        rules.unless(!goal.actions().isEmpty(), () -> new GoalsIncomplete(goal.id()));
        for (Action action : goal.actions()) {
            require(rules, action.id(), "what", given(action.what()));
            require(rules, action.id(), "responsible", action.responsible() != null);
            require(rules, action.id(), "responsibleName", !action.nameless());
            require(rules, action.id(), "due", action.due() != null);
            DayOutOfRange.check(rules, action.id() + ".due", action.due(), today, last);
        }
    }

    private static void require(Rules rules, UUID line, String field, boolean given) {
        rules.unless(given, () -> new AnswerMissing(line + "." + field));
    }

    private boolean addressed(NeedArea area) {
        return components.stream()
                .filter(c -> c.area() == area)
                .anyMatch(c -> c.decision() == PlanDecision.GOALS ? !c.goals().isEmpty() : c.decision() != null);
    }

    static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
