package org.himaye.web.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.plan.PlanEntry;
import org.himaye.web.shared.FormLine;

/** One goal as it is typed, with a line for an action from the start. */
public class GoalForm implements FormLine {

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

    /** The goal with its actions, by id. */
    String rows() {
        return id + actions.stream().map(action -> "+" + action.id()).collect(Collectors.joining());
    }

    /** Has the actions that {@code rows} tells, in its order; one that is not known is new. */
    GoalForm withRows(String rows) {
        List<ActionForm> known = List.copyOf(actions);
        actions.clear();
        Arrays.stream(rows.split("\\+"))
                .skip(1)
                .forEach(row -> actions.add(known.stream()
                        .filter(action -> action.id().toString().equals(row))
                        .findFirst()
                        .orElseGet(ActionForm::new)));
        return this;
    }

    boolean is(String row) {
        return row.equals(id.toString());
    }

    boolean blank() {
        return aim == null
                && indicator == null
                && target == null
                && actions.stream().allMatch(ActionForm::blank);
    }

    @Override
    public UUID getKey() {
        return id;
    }

    @Override
    public PlanEntry.Goal content() {
        return blank() ? null : toEntry();
    }

    @Override
    public GoalForm copy() {
        return new GoalForm(toEntry());
    }

    @Override
    public GoalForm anew() {
        return new GoalForm(new PlanEntry.Goal(
                UUID.randomUUID(),
                aim,
                indicator,
                target,
                actions.stream().map(action -> action.anew().toEntry()).toList()));
    }

    /** Lines into which nothing is typed go, so that places on the page and in the entry are the same; one stays to be filled. */
    void tidy() {
        actions.removeIf(ActionForm::blank);
        if (actions.isEmpty()) {
            addAction();
        }
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
