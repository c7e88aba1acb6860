package org.himaye.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.himaye.assessment.NeedsAssessments;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseHeaders;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.CaseStatus;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.shared.ShortTransaction;

/** Loads a version and shows it as the gate allows: what reading, reviewing, rating and printing share. */
@Dependent
class PlanReader {

    @Inject
    private PlanRepository plans;

    @Inject
    private NeedsAssessments needs;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseHeaders headers;

    @Inject
    private Gate gate;

    @Inject
    private FieldPolicy policy;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ShortTransaction transaction;

    private record Loaded(PlanRows rows, boolean plannable) {}

    PlanView newest(CaseNumber number, Purpose purpose) {
        Loaded loaded = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            Optional<PlanRepository.Head> head = plans.newest(facts.caseId());
            return head.map(h -> new Loaded(plans.rows(facts, h.plan(), h.reviews(), List.of()), false))
                    .orElseGet(() -> new Loaded(
                            PlanRows.none(facts),
                            facts.status() == CaseStatus.ACTIVE && needs.current(facts.caseId())));
        });
        return show(loaded, purpose);
    }

    /** The version in force with all its ratings; the newest version when none is in force. */
    PlanView withRatings(CaseNumber number, Purpose purpose) {
        Loaded loaded = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            List<RehabilitationPlan> versions = plans.versions(facts.caseId());
            Optional<RehabilitationPlan> shown = versions.stream()
                    .filter(p -> p.status().inForce())
                    .findFirst()
                    .or(() -> versions.stream().findFirst());
            return new Loaded(
                    shown.map(p -> plans.rows(facts, p, List.of(), plans.ratings(p.id())))
                            .orElseGet(() -> PlanRows.none(facts)),
                    false);
        });
        return show(loaded, purpose);
    }

    private PlanView show(Loaded loaded, Purpose purpose) {
        PlanRows rows = loaded.rows();
        CaseHeader header = headers.of(rows.facts(), purpose);
        Map<UUID, RevealedRow> opened = new HashMap<>();
        gate.open(rows.facts().policy(), purpose, rows.all()).forEach(r -> opened.put(r.rowId(), r));
        RehabilitationPlan plan = rows.plan();
        return new PlanView(
                header,
                plan == null ? null : opened.get(plan.id()),
                plan == null ? null : plan.status(),
                plan == null ? 0 : plan.planVersion(),
                rows.components().stream().map(c -> area(rows, c, opened)).toList(),
                rows.reviews().stream().map(r -> opened.get(r.id())).toList(),
                loaded.plannable(),
                plan != null && plan.writtenBy(caller.get().sub()),
                rows.facts().child(),
                policy.purposes(caller.get().role()));
    }

    private static PlanView.Area area(PlanRows rows, PlanComponent component, Map<UUID, RevealedRow> opened) {
        List<PlanView.Goal> goals = component.decision() != PlanDecision.GOALS
                ? List.of()
                : rows.goalsOf(component).stream()
                        .map(goal -> new PlanView.Goal(
                                opened.get(goal.id()),
                                rows.actionsOf(goal).stream()
                                        .map(a -> opened.get(a.id()))
                                        .toList(),
                                rows.ratingsOf(goal).stream()
                                        .map(r -> opened.get(r.id()))
                                        .toList()))
                        .toList();
        return new PlanView.Area(opened.get(component.id()), goals);
    }
}
