package org.himaye.web.plan;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.himaye.assessment.NeedArea;
import org.himaye.assessment.NeedLevel;
import org.himaye.casefile.CaseNumber;
import org.himaye.plan.PlanEntry;
import org.himaye.plan.PlanForEdit;
import org.himaye.plan.PlanService;
import org.himaye.web.shared.Notices;

/** {@code /plan/edit.xhtml}: the seven components with their goals and actions; can be left in the middle. */
@Named
@ViewScoped
public class EditPlan implements Serializable {

    @Inject
    private PlanService plans;

    @Inject
    private Notices notices;

    private String number;

    /** Of the plan as it was opened; null for a new one. */
    private Integer version;

    private transient PlanForEdit opened;
    private transient Map<NeedArea, AreaForm> areas = new EnumMap<>(NeedArea.class);

    /** What was just added, so that the page comes back to it. */
    private transient Object added;

    public void load() {
        opened = plans.openForEdit(CaseNumber.parse(number));
        version = opened.entry().version();
        opened.entry().components().forEach(each -> areas.put(each.area(), new AreaForm(each)));
    }

    public AreaForm area(String code) {
        return areas.get(NeedArea.valueOf(code));
    }

    /** What the needs assessment found, or null. */
    public NeedLevel need(String code) {
        return opened.needs().get(NeedArea.valueOf(code));
    }

    public void addGoal(AreaForm area) {
        area.addGoal();
        added = area.getGoals().get(area.getGoals().size() - 1);
    }

    public void removeGoal(AreaForm area, GoalForm goal) {
        area.getGoals().remove(goal);
        added = null;
    }

    public void addAction(GoalForm goal) {
        goal.addAction();
        added = goal.getActions().get(goal.getActions().size() - 1);
    }

    public void removeAction(GoalForm goal, ActionForm action) {
        goal.getActions().remove(action);
        added = null;
    }

    /** Which goals and actions the form has, by id, and of which version of the plan: a draft brings its rows back by it. */
    public String getRows() {
        return version
                + areas.entrySet().stream()
                        .map(each -> ";" + each.getKey() + each.getValue().rows())
                        .collect(Collectors.joining());
    }

    /**
     * Has the rows of a draft. Its version stays the draft's: if somebody saved the plan meanwhile, the next save says so and overwrites
     * nothing.
     */
    public void setRows(String rows) {
        if (rows.equals(getRows())) {
            return;
        }
        String[] parts = rows.split(";");
        version = parts[0].equals("null") ? null : Integer.valueOf(parts[0]);
        Arrays.stream(parts)
                .skip(1)
                .forEach(part -> areas.forEach((area, form) -> {
                    if (part.split(",")[0].equals(area.name())) {
                        form.withRows(part);
                    }
                }));
    }

    public boolean justAdded(Object line) {
        return line == added;
    }

    public String save() {
        plans.save(CaseNumber.parse(number), entry());
        notices.done("plan_edit.saved");
        return back();
    }

    public String submit() {
        plans.submit(CaseNumber.parse(number), entry());
        notices.done("plan_edit.submitted");
        return back();
    }

    private String back() {
        return "/plan/plan.xhtml?faces-redirect=true&number=" + number;
    }

    private PlanEntry entry() {
        return new PlanEntry(
                opened.entry().id(),
                version,
                areas.values().stream().map(AreaForm::toEntry).toList());
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public PlanForEdit getOpened() {
        return opened;
    }
}
