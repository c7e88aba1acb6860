package org.himaye.plan;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseFiles;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseHeaders;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.DeadlineKind;
import org.himaye.casefile.Deadlines;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.consent.Consent;
import org.himaye.consent.ConsentAnswer;
import org.himaye.consent.ConsentScope;
import org.himaye.consent.Consents;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.ShortTransaction;

/** The steps of a version from review to start (domain.md 2.6). Each names the version of the record that the reader saw. */
@Stateless
@PermitAll
public class PlanStepService {

    private static final String TABLE = "rehabilitation_plan";

    @Inject
    private PlanRepository plans;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseFiles files;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Gate gate;

    @Inject
    private ActRecord record;

    @Inject
    private CurrentCaller caller;

    @Inject
    private BusinessClock clock;

    @Inject
    private Consents consents;

    @Inject
    private CaseHeaders headers;

    @Inject
    private ShortTransaction transaction;

    private record Opened(CaseFacts facts, RehabilitationPlan plan, LocalDate proposedEnd) {}

    private record Target(CaseFacts facts, RehabilitationPlan plan) {}

    /**
     * The supervisor has read it and finds it good; a comment is welcome.
     *
     * @throws OwnPlanReviewed when he wrote it himself
     */
    @Act(value = Permission.PLAN_REVIEW, action = Action.UPDATE)
    public void review(CaseNumber number, int version, String comment) {
        Target target = require(number, version);
        step(target, PlanStatus.REVIEWED, plan -> plan.review(by(), clock.instant()));
        note(target, ReviewOutcome.REVIEWED, comment);
        deadlines.met(target.facts().caseId(), DeadlineKind.PLAN_REVIEW);
    }

    /**
     * Back to the caseworker, who has the time of a draft again.
     *
     * @throws CommentMissing without a comment: it says what to change
     * @throws OwnPlanReviewed when he wrote it himself
     */
    @Act(value = Permission.PLAN_REVIEW, action = Action.UPDATE)
    public void sendBack(CaseNumber number, int version, String comment) {
        if (!PlanEntry.given(comment)) {
            throw new CommentMissing();
        }
        Target target = require(number, version);
        step(target, PlanStatus.DRAFT, plan -> plan.sendBack(by(), clock.instant()));
        note(target, ReviewOutcome.SENT_BACK, comment);
        deadlines.met(target.facts().caseId(), DeadlineKind.PLAN_REVIEW);
        deadlines.start(target.facts().caseId(), DeadlineKind.PLAN_DRAFT);
    }

    private void note(Target target, ReviewOutcome outcome, String comment) {
        PlanReview review = new PlanReview(target.plan().id(), target.facts().caseId(), outcome, by(), clock.instant());
        plans.add(review);
        if (PlanEntry.given(comment)) {
            gate.write(target.facts().policy(), review, Map.of("comment", comment.strip()));
        }
    }

    /** The person was told what is planned, in a language she understands; her answer is awaited. */
    @Act(value = Permission.PLAN_WRITE, action = Action.UPDATE)
    public void present(CaseNumber number, int version, SpokenLanguage language) {
        Target target = require(number, version);
        step(target, PlanStatus.CONSENT_PENDING, plan -> plan.present(language, by(), clock.instant()));
    }

    /** The version that waits for a step with the person. */
    @Act(value = Permission.PLAN_WRITE, action = Action.EDIT)
    @TransactionAttribute(NOT_SUPPORTED)
    public PlanAgreement open(CaseNumber number) {
        Opened rows = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            RehabilitationPlan plan = plans.newest(facts.caseId())
                    .map(PlanRepository.Head::plan)
                    .orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
            return new Opened(facts, plan, consents.proposedEnd(ConsentScope.PLAN));
        });
        CaseFacts facts = rows.facts();
        CaseHeader header = headers.of(facts, null);
        RevealedRow shown = gate.open(
                        facts.policy(), null, List.of(rows.plan()), Set.of("planVersion", "presentedLanguage"))
                .get(0);
        SpokenLanguage presented = shown.value("presentedLanguage", SpokenLanguage.class);
        List<SpokenLanguage> spoken = facts.spoken();
        return new PlanAgreement(
                header,
                rows.plan().id(),
                rows.plan().version(),
                rows.plan().planVersion(),
                rows.plan().status(),
                facts.child(),
                spoken,
                presented != null || spoken.isEmpty() ? presented : spoken.get(0),
                rows.proposedEnd(),
                clock.today());
    }

    /**
     * Records the person's answer to this version: agreed, it is approved and never changes again; declined, services outside a
     * plan go on.
     *
     * @param childOpinion what a child thinks of it; null for an adult
     * @throws ConsentForAnotherVersion when the answer names another version (BR-051)
     * @throws ChildOpinionMissing when a guardian agrees and nothing of the child is written down
     */
    @Act(value = Permission.PLAN_WRITE, action = Action.UPDATE)
    public void answer(CaseNumber number, int version, ConsentAnswer answer, String childOpinion) {
        Target target = require(number, version);
        PlanAgreement.rules(answer, childOpinion, target.facts().child(), clock.today())
                .hold();
        if (PlanEntry.given(childOpinion)) {
            gate.write(target.facts().policy(), target.plan(), Map.of("childOpinion", childOpinion.strip()));
        }
        Consent consent = consents.record(target.facts(), answer);
        if (answer.given()) {
            step(
                    target,
                    PlanStatus.APPROVED,
                    plan -> plan.approve(consent.id(), consent.planVersion(), by(), clock.instant()));
        } else {
            step(target, PlanStatus.DECLINED, plan -> plan.decline(by(), clock.instant()));
        }
    }

    /** The person wants something else: the same version is a draft again. */
    @Act(value = Permission.PLAN_WRITE, action = Action.UPDATE)
    public void change(CaseNumber number, int version) {
        Target target = require(number, version);
        step(target, PlanStatus.DRAFT, plan -> plan.change(by(), clock.instant()));
        deadlines.start(target.facts().caseId(), DeadlineKind.PLAN_DRAFT);
    }

    /**
     * From this day on the version is in force.
     *
     * @throws StartInFuture when the day is still to come
     * @throws StartBeforeConsent when the person had not agreed yet
     */
    @Act(value = Permission.PLAN_WRITE, action = Action.UPDATE)
    public void start(CaseNumber number, int version, LocalDate on) {
        Target target = require(number, version);
        step(target, PlanStatus.ACTIVE, plan -> plan.start(on, clock.today(), by(), clock.instant()));
        deadlines.start(target.facts().caseId(), DeadlineKind.PROGRESS_REVIEW);
    }

    private Target require(CaseNumber number, int version) {
        CaseFacts facts = access.require(number);
        RehabilitationPlan plan = plans.newest(facts.caseId())
                .map(PlanRepository.Head::plan)
                .orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
        record.on(TABLE, plan.id());
        ChangedMeanwhile.check(plan, version);
        return new Target(facts, plan);
    }

    private void step(Target target, PlanStatus to, Consumer<RehabilitationPlan> verb) {
        PlanStatus from = target.plan().status();
        verb.accept(target.plan());
        files.step(target.facts().caseId(), TABLE, target.plan().id(), from, to, null);
    }

    private UUID by() {
        return caller.get().sub();
    }
}
