package org.himaye.web.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.himaye.plan.PlanEntry;

/** One goal as it is typed, with a line for an action from the start. */
public class GoalForm {

    private final UUID id;
    private final List<ActionForm> actions = new ArrayList<>();
    private String aim;
    private String indicator;
    private LocalDate target;

    GoalForm() {
        this.id = UUID.randomUUID();
        actions.add(new ActionForm());
    }

    GoalForm(PlanEntry.Goal goal) {
        this.id = goal.id();
        this.aim = goal.aim();
        this.indicator = goal.indicator();
        this.target = goal.target();
        goal.actions().forEach(action -> actions.add(new ActionForm(action)));
    }

    boolean blank() {
        return aim == null
                && indicator == null
                && target == null
                && actions.stream().allMatch(ActionForm::blank);
    }

    PlanEntry.Goal toEntry() {
        return new PlanEntry.Goal(
                id,
                aim,
                indicator,
                target,
                actions.stream()
                        .filter(action -> !action.blank())
                        .map(ActionForm::toEntry)
                        .toList());
    }

    void addAction() {
        actions.add(new ActionForm());
    }

    public List<ActionForm> getActions() {
        return actions;
    }

    public String getAim() {
        return aim;
    }

    public void setAim(String aim) {
        this.aim = aim;
    }

    public String getIndicator() {
        return indicator;
    }

    public void setIndicator(String indicator) {
        this.indicator = indicator;
    }

    public LocalDate getTarget() {
        return target;
    }

    public void setTarget(LocalDate target) {
        this.target = target;
    }
}
