package org.himaye.web.plan;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.himaye.casefile.CaseNumber;
import org.himaye.plan.GoalRating;
import org.himaye.plan.PlanDecision;
import org.himaye.plan.PlanService;
import org.himaye.plan.PlanStatus;
import org.himaye.plan.PlanView;
import org.himaye.web.shared.ChosenPurpose;

/** {@code /plan/plan.xhtml}: the newest version, its state and the next step. */
@Named
@ViewScoped
public class ReadPlan implements Serializable {

    @Inject
    private PlanService plans;

    @Inject
    private ChosenPurpose purpose;

    private String number;
    private transient PlanView view;

    /** Before each answer, so that each answer that shows something is one act. */
    public void load() {
        view = plans.open(CaseNumber.parse(number), purpose.chosen());
    }

    /** The message that says what happens next. */
    public String getNext() {
        if (view.status() == null) {
            return view.plannable() ? "plan_plan.next.BEGIN" : "plan_plan.next.NEEDS_FIRST";
        }
        return "plan_plan.next." + view.status();
    }

    public boolean isWritable() {
        return view.status() == PlanStatus.DRAFT || view.plan() == null && view.plannable();
    }

    public boolean isReviewable() {
        return view.status() == PlanStatus.SUBMITTED;
    }

    /** A step to take with the person: explain, ask, start. */
    public boolean isAgreeable() {
        return Set.of(PlanStatus.REVIEWED, PlanStatus.CONSENT_PENDING, PlanStatus.APPROVED)
                .contains(view.status() == null ? PlanStatus.DRAFT : view.status());
    }

    public boolean isRateable() {
        return view.status() != null && view.status().inForce();
    }

    public List<GoalLine> getPicture() {
        return GoalLine.of(view);
    }

    public List<PlanDecision> getDecisions() {
        return GoalLine.decisions(getPicture());
    }

    public List<GoalRating> getLegend() {
        return GoalLine.ORDER;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public PlanView getView() {
        return view;
    }
}
