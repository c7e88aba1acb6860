package org.himaye.web.plan;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import org.himaye.assessment.NeedArea;
import org.himaye.assessment.NeedLevel;
import org.himaye.casefile.CaseNumber;
import org.himaye.plan.CaseNotActive;
import org.himaye.plan.NeedsNotCurrent;
import org.himaye.plan.PlanEntry;
import org.himaye.plan.PlanForEdit;
import org.himaye.plan.PlanNotInDraft;
import org.himaye.plan.PlanService;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Rules;
import org.himaye.web.shared.Edit;
import org.himaye.web.shared.Meanwhile;
import org.himaye.web.shared.Notices;

/** {@code /plan/edit.xhtml}: the seven components with their goals and actions; can be left in the middle. */
@Named
@ViewScoped
public class EditPlan implements Serializable {

    @Inject
    private PlanService plans;

    @Inject
    private transient Meanwhile meanwhile;

    @Inject
    private Notices notices;

    @Inject
    private transient BusinessClock clock;

    private String number;

    private transient PlanForEdit opened;
    private transient Edit<PlanForm> edit;

    /** What was just added, so that the page comes back to it. */
    private transient Object added;

    /** A plan that cannot be written now is shown instead, with what comes first. */
    public String load() {
        try {
            opened = plans.openForEdit(CaseNumber.parse(number));
        } catch (PlanNotInDraft | NeedsNotCurrent | CaseNotActive notNow) {
            return "/plan/plan.xhtml?faces-redirect=true&number=" + number;
        }
        PlanForEdit first = opened;
        edit = Edit.of(() -> new PlanForm(first.entry()));
        return null;
    }

    private PlanForm reopen() {
        opened = plans.openForEdit(CaseNumber.parse(number));
        return new PlanForm(opened.entry());
    }

    public AreaForm area(String code) {
        return edit.getForm().area(NeedArea.valueOf(code));
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
        return edit.getForm().rows();
    }

    /**
     * Has the rows of a draft. When somebody saved the plan since that was typed, nobody knows what it was then: the next save says so,
     * overwrites nothing and shows all that differs.
     */
    public void setRows(String rows) {
        if (!rows.equals(getRows()) && edit.getForm().withRows(rows)) {
            edit.forgetOpened();
        }
    }

    public boolean justAdded(Object line) {
        return line == added;
    }

    public String save() {
        return kept(() -> plans.save(CaseNumber.parse(number), entry()), "plan_edit.saved");
    }

    public String submit() {
        return kept(() -> plans.submit(CaseNumber.parse(number), entry()), "plan_edit.submitted");
    }

    private String kept(Runnable save, String notice) {
        if (!meanwhile.save(edit, save, this::reopen)) {
            return null;
        }
        notices.done(notice);
        return "/plan/plan.xhtml?faces-redirect=true&number=" + number;
    }

    private PlanEntry entry() {
        return edit.getForm().toEntry();
    }

    /** What must hold to submit it; no line moves while something on the page cannot be read. */
    public Rules getRules() {
        LocalDate began = LocalDate.ofInstant(opened.header().openedAt(), BusinessClock.ZONE);
        return edit.getForm().asTyped().rules(opened.child(), began, clock.today());
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
