package org.himaye.web.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.himaye.assessment.NeedArea;
import org.himaye.plan.PlanDecision;
import org.himaye.plan.PlanEntry;
import org.himaye.web.shared.FormPart;

/** One of the seven components as it is decided; a first empty goal waits, and is left out when nothing is typed into it. */
public class AreaForm implements FormPart {

    private final NeedArea area;
    private final List<GoalForm> goals = new ArrayList<>();
    private PlanDecision decision;
    private LocalDate decidedOn;
    private String reason;

    AreaForm(PlanEntry.Component component) {
        this.area = component.area();
        this.decision = component.decision();
        this.decidedOn = component.decidedOn();
        this.reason = component.reason();
        component.goals().forEach(goal -> goals.add(new GoalForm(goal)));
        if (goals.isEmpty()) {
            addGoal();
        }
    }

    /** Goals into which nothing is typed go, as {@link GoalForm#tidy}. */
    void tidy() {
        goals.removeIf(GoalForm::blank);
        goals.forEach(GoalForm::tidy);
        if (goals.isEmpty()) {
            addGoal();
        }
    }

    PlanEntry.Component toEntry() {
        return new PlanEntry.Component(
                area,
                decision,
                decidedOn,
                reason,
                goals.stream()
                        .filter(goal -> !goal.blank())
                        .map(GoalForm::toEntry)
                        .toList());
    }

    /** The goals with their actions, by id. */
    String rows() {
        return goals.stream().map(goal -> "," + goal.rows()).collect(Collectors.joining());
    }

    /** Has the goals that {@code rows} tells, in its order; one that is not known is new, under an id of our own making. */
    void withRows(String rows) {
        List<GoalForm> known = List.copyOf(goals);
        goals.clear();
        Arrays.stream(rows.split(","))
                .skip(1)
                .forEach(row -> goals.add(known.stream()
                        .filter(goal -> goal.is(row.split("\\+")[0]))
                        .findFirst()
                        .orElseGet(() -> new GoalForm().withRows(row.split("\\+")[0]))
                        .withRows(row)));
    }

    final void addGoal() {
        goals.add(new GoalForm());
    }

    public NeedArea getArea() {
        return area;
    }

    public List<GoalForm> getGoals() {
        return goals;
    }

    public PlanDecision getDecision() {
        return decision;
    }

    public void setDecision(PlanDecision decision) {
        this.decision = decision;
    }

    public LocalDate getDecidedOn() {
        return decidedOn;
    }

    public void setDecidedOn(LocalDate decidedOn) {
        this.decidedOn = decidedOn;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
