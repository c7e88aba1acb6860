package org.himaye.web.plan;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.himaye.casefile.CaseNumber;
import org.himaye.plan.PlanService;
import org.himaye.plan.PlanStatus;
import org.himaye.plan.PlanStepService;
import org.himaye.plan.PlanView;
import org.himaye.web.shared.ChosenPurpose;
import org.himaye.web.shared.Notices;

/** {@code /plan/review.xhtml}: the supervisor reads for a purpose and marks the version as reviewed or sends it back. */
@Named
@ViewScoped
public class ReviewPlan implements Serializable {

    @Inject
    private PlanService plans;

    @Inject
    private PlanStepService steps;

    @Inject
    private Notices notices;

    @Inject
    private ChosenPurpose purpose;

    private String number;
    private String comment;
    private Integer version;
    private transient PlanView view;

    /** Before each answer, so that each answer that shows something is one act. The version is that of the first one. */
    public void load() {
        view = plans.open(CaseNumber.parse(number), purpose.chosen());
        if (version == null && view.plan() != null) {
            version = view.plan().rowVersion();
        }
    }

    public String reviewed() {
        steps.review(CaseNumber.parse(number), version, comment);
        notices.done("plan_review.done");
        return back();
    }

    public String sendBack() {
        steps.sendBack(CaseNumber.parse(number), version, comment);
        notices.done("plan_review.sentBack");
        return back();
    }

    private String back() {
        return "/plan/plan.xhtml?faces-redirect=true&number=" + number;
    }

    /** Decided on after reading, by somebody else than its author. */
    public boolean isDecidable() {
        return view.status() == PlanStatus.SUBMITTED && !view.withheld() && !view.own();
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = comment;
    }

    public PlanView getView() {
        return view;
    }
}
