package org.himaye.web.plan;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.himaye.plan.Caseload;
import org.himaye.plan.GoalRating;
import org.himaye.plan.PlanProgressService;
import org.himaye.web.shared.Turned;

/** {@code /plan/caseload.xhtml}: how far the goals of all plans in force have come; a picture and the table behind it. */
@Named
@ViewScoped
public class SeeCaseload implements Serializable {

    @Inject
    private PlanProgressService progress;

    private final Turned turned = new Turned();
    private transient Caseload caseload;

    public void load() {
        caseload = progress.caseload(turned.asked());
    }

    public List<GoalLine> getPicture() {
        return GoalLine.of(caseload);
    }

    public List<GoalRating> getLegend() {
        return GoalLine.ORDER;
    }

    /** All goals of all plans. */
    public int getGoals() {
        return getPicture().stream().mapToInt(GoalLine::goals).sum();
    }

    public Caseload getCaseload() {
        return caseload;
    }

    public Turned getTurned() {
        return turned;
    }
}
