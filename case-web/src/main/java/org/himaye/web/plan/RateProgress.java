package org.himaye.web.plan;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.himaye.casefile.CaseNumber;
import org.himaye.plan.GoalRating;
import org.himaye.plan.PlanDecision;
import org.himaye.plan.PlanProgressService;
import org.himaye.plan.PlanView;
import org.himaye.web.shared.ChosenPurpose;
import org.himaye.web.shared.Notices;

/** {@code /plan/progress.xhtml}: how far each goal has come, as a picture and a table, and the supervisor's rating now. */
@Named
@ViewScoped
public class RateProgress implements Serializable {

    @Inject
    private PlanProgressService progress;

    @Inject
    private Notices notices;

    @Inject
    private ChosenPurpose purpose;

    private String number;
    private Integer version;
    private transient List<RatingForm> lines;
    private transient PlanView view;
    private transient Map<UUID, PlanView.Goal> goals = Map.of();

    /** Before each answer, so that each answer that shows something is one act. The version is that of the first one. */
    public void load() {
        view = progress.open(CaseNumber.parse(number), purpose.chosen());
        goals = view.goals().stream()
                .collect(Collectors.toMap(goal -> goal.goal().rowId(), Function.identity()));
        if (lines == null) {
            lines = view.goals().stream()
                    .map(goal -> new RatingForm(goal.goal().rowId()))
                    .toList();
            version = view.plan() == null ? null : view.plan().rowVersion();
        }
    }

    public String rate() {
        progress.rate(
                CaseNumber.parse(number),
                view.plan().rowId(),
                version,
                lines.stream().map(RatingForm::toEntry).toList());
        notices.done("plan_progress.rated");
        return "/plan/progress.xhtml?faces-redirect=true&number=" + number;
    }

    public PlanView.Goal goal(RatingForm line) {
        return goals.get(line.getGoalId());
    }

    /** Rated after reading what it is about. */
    public boolean isRateable() {
        return view.status() != null && view.status().inForce() && !view.withheld();
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

    public List<RatingForm> getLines() {
        return lines;
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
