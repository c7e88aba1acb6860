package org.himaye.plan;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static org.himaye.confidentiality.DataClass.STATISTICAL;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.DeadlineKind;
import org.himaye.casefile.Deadlines;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessEvent.Link;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Refused;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.PageAsked;
import org.himaye.shared.ShortTransaction;

/** Rates goals and shows how far plans have come. */
@Stateless
@PermitAll
public class PlanProgressService {

    /** Plans on one page of the caseload. */
    public static final int PAGE = 25;

    @Inject
    private PlanReader reader;

    @Inject
    private PlanRepository plans;

    @Inject
    private CaseAccess access;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Gate gate;

    @Inject
    private ActRecord record;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    /**
     * The version in force with all its ratings.
     *
     * @param purpose what the reader chose, or null
     */
    @Act(Permission.PLAN_READ)
    @TransactionAttribute(NOT_SUPPORTED)
    public PlanView open(CaseNumber number, Purpose purpose) {
        return reader.withRatings(number, purpose);
    }

    /**
     * Rates some or all goals and starts the time to the next review.
     *
     * @param planId the version that was shown
     * @param version of the record that was shown
     * @throws PlanNotInForce when the version is not in force
     * @throws NothingRated when no goal has a rating
     */
    @Act(value = Permission.PLAN_RATE, action = Action.UPDATE)
    public void rate(CaseNumber number, UUID planId, int version, List<RatingEntry> ratings) {
        CaseFacts facts = access.require(number);
        RehabilitationPlan plan = plans.find(planId)
                .filter(p -> p.belongsTo(facts.caseId()))
                .orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
        record.on("rehabilitation_plan", plan.id());
        ChangedMeanwhile.check(plan, version);
        if (ratings.stream().allMatch(r -> r.rating() == null)) {
            throw new NothingRated();
        }
        UUID by = caller.get().sub();
        plan.rated(by, clock.instant());
        PlanRows rows = plans.rows(facts, plan, List.of(), List.of());
        for (RatingEntry entry : ratings) {
            if (entry.rating() != null) {
                rate(facts, plan, rows, entry, by);
            }
        }
        deadlines.start(facts.caseId(), DeadlineKind.PROGRESS_REVIEW);
    }

    private void rate(CaseFacts facts, RehabilitationPlan plan, PlanRows rows, RatingEntry entry, UUID by) {
        PlanGoal goal = rows.goals().stream()
                .filter(g -> g.id().equals(entry.goalId()))
                .findFirst()
                .orElseThrow(() -> new Refused(AccessReason.FOREIGN_ID));
        PlanRating rating = new PlanRating(plan.id(), goal.id(), facts.caseId(), by, clock.instant());
        plans.add(rating);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rating", entry.rating());
        if (PlanEntry.given(entry.note())) {
            values.put("note", entry.note().strip());
        }
        gate.write(facts.policy(), rating, values);
        gate.write(facts.policy(), goal, Map.of("rating", entry.rating()));
        goal.rated(entry.rating(), by, clock.instant());
    }

    /** The plans in force of the caller's institution, page by page; one event names every case on the page. */
    @Act(value = Permission.PROGRESS_READ, action = Action.LIST, targetless = true)
    @TransactionAttribute(NOT_SUPPORTED)
    public Caseload caseload(PageAsked asked) {
        Caseload caseload = CaseloadCount.of(
                transaction.read(() -> plans.caseload(caller.get().institution())), PAGE, asked);
        gate.list(
                caseload.page().rows().stream()
                        .map(r -> new Link(r.caseId(), r.personId()))
                        .toList(),
                "plan_goal",
                Map.of("component", STATISTICAL, "rating", STATISTICAL));
        return caseload;
    }
}
