package org.himaye.plan;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.himaye.assessment.NeedArea;
import org.himaye.assessment.NeedItem;
import org.himaye.assessment.NeedLevel;
import org.himaye.assessment.NeedsAssessments;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseFiles;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseHeaders;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.CaseStatus;
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
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.confidentiality.Row;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.ShortTransaction;

/** Reads, writes and prints a plan. */
@Stateless
@PermitAll
public class PlanService {

    private static final String TABLE = "rehabilitation_plan";

    @Inject
    private PlanReader reader;

    @Inject
    private PlanRepository plans;

    @Inject
    private PlanDrafts drafts;

    @Inject
    private NeedsAssessments needs;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseHeaders headers;

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
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    private record ForEdit(PlanRows rows, List<NeedItem> needs) {}

    /**
     * The newest version.
     *
     * @param purpose what the reader chose, or null
     */
    @Act(Permission.PLAN_READ)
    @TransactionAttribute(NOT_SUPPORTED)
    public PlanView open(CaseNumber number, Purpose purpose) {
        return reader.newest(number, purpose);
    }

    /** The newest version, to be given to the person on paper. */
    @Act(value = Permission.PLAN_READ, action = Action.PRINT)
    @TransactionAttribute(NOT_SUPPORTED)
    public PlanView print(CaseNumber number, Purpose purpose) {
        return reader.newest(number, purpose);
    }

    /**
     * Opens the form: the draft, or an empty first version. One event for all its fields.
     *
     * @throws PlanNotInDraft when the newest version is submitted or further
     * @throws NeedsNotCurrent when there is no recent final assessment to begin on
     * @throws CaseNotActive when intake is not complete
     */
    @Act(value = Permission.PLAN_WRITE, action = Action.EDIT)
    @TransactionAttribute(NOT_SUPPORTED)
    public PlanForEdit openForEdit(CaseNumber number) {
        ForEdit loaded = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            Optional<PlanRepository.Head> head = plans.newest(facts.caseId());
            List<NeedItem> levels = needs.components(facts.caseId());
            if (head.isEmpty()) {
                requireBeginnable(facts);
                return new ForEdit(PlanRows.none(facts), levels);
            }
            RehabilitationPlan plan = head.get().plan();
            if (plan.status() != PlanStatus.DRAFT) {
                throw new PlanNotInDraft(plan.status());
            }
            return new ForEdit(plans.rows(facts, plan, head.get().reviews(), List.of()), levels);
        });
        PlanRows rows = loaded.rows();
        CaseHeader header = headers.of(rows.facts(), null);
        List<Row> all = new ArrayList<>(rows.all());
        all.addAll(loaded.needs());
        Map<UUID, RevealedRow> opened = new HashMap<>();
        gate.open(rows.facts().policy(), null, all).forEach(r -> opened.put(r.rowId(), r));
        return new PlanForEdit(
                header,
                rows.plan() == null ? 1 : rows.plan().planVersion(),
                PlanDrafts.entry(rows, opened),
                levels(loaded.needs(), opened),
                rows.reviews().stream().map(r -> opened.get(r.id())).toList(),
                rows.facts().child());
    }

    private static Map<NeedArea, NeedLevel> levels(List<NeedItem> items, Map<UUID, RevealedRow> opened) {
        Map<NeedArea, NeedLevel> levels = new EnumMap<>(NeedArea.class);
        for (NeedItem item : items) {
            RevealedRow row = opened.get(item.id());
            NeedLevel level = row.value("level", NeedLevel.class);
            if (level != null) {
                levels.put(row.value("area", NeedArea.class), level);
            }
        }
        return levels;
    }

    private void requireBeginnable(CaseFacts facts) {
        if (facts.status() != CaseStatus.ACTIVE) {
            throw new CaseNotActive();
        }
        if (!needs.current(facts.caseId())) {
            throw new NeedsNotCurrent();
        }
    }

    /**
     * Keeps the draft as it is; it may be incomplete.
     *
     * @throws ChangedMeanwhile when somebody else saved or began one since the form was opened
     * @throws PlanNotInDraft when it was submitted meanwhile
     */
    @Act(value = Permission.PLAN_WRITE, action = Action.UPDATE)
    public void save(CaseNumber number, PlanEntry entry) {
        keep(access.require(number), entry);
    }

    /**
     * Keeps the draft and hands it to the supervisor. Meets the deadline of the draft, starts that of the review.
     *
     * @throws ComponentsNotAddressed and the other rules of {@link PlanEntry#rules} (BR-050)
     */
    @Act(value = Permission.PLAN_WRITE, action = Action.UPDATE)
    public void submit(CaseNumber number, PlanEntry entry) {
        CaseFacts facts = access.require(number);
        entry.rules(facts.child(), facts.openedOn(), clock.today()).hold();
        RehabilitationPlan plan = keep(facts, entry);
        plan.submit(caller.get().sub(), clock.instant());
        files.step(facts.caseId(), TABLE, plan.id(), PlanStatus.DRAFT, plan.status(), null);
        deadlines.met(facts.caseId(), DeadlineKind.PLAN_DRAFT);
        deadlines.start(facts.caseId(), DeadlineKind.PLAN_REVIEW);
    }

    private RehabilitationPlan keep(CaseFacts facts, PlanEntry entry) {
        RehabilitationPlan plan = draft(facts, entry);
        record.on(TABLE, plan.id());
        plan.saved(caller.get().sub(), clock.instant());
        drafts.write(facts, plan, entry);
        return plan;
    }

    private RehabilitationPlan draft(CaseFacts facts, PlanEntry entry) {
        Optional<RehabilitationPlan> existing = plans.find(entry.id());
        if (existing.isPresent()) {
            RehabilitationPlan found = existing.get();
            if (!found.belongsTo(facts.caseId())) {
                throw new Refused(AccessReason.FOREIGN_ID);
            }
            boolean secondClick = entry.version() == null
                    && found.createdBy().equals(caller.get().sub());
            if (!secondClick) {
                ChangedMeanwhile.check(found, entry.version() == null ? -1 : entry.version());
            }
            return found;
        }
        if (entry.version() != null) {
            throw new ChangedMeanwhile();
        }
        requireBeginnable(facts);
        List<RehabilitationPlan> versions = plans.versions(facts.caseId());
        if (versions.stream().anyMatch(p -> p.status().underway())) {
            throw new ChangedMeanwhile();
        }
        if (versions.stream().anyMatch(p -> p.status().inForce())) {
            throw new PlanUnderway();
        }
        int next = versions.isEmpty() ? 1 : versions.get(0).planVersion() + 1;
        RehabilitationPlan made = new RehabilitationPlan(
                entry.id(), facts.caseId(), next, caller.get().sub(), clock.instant());
        plans.add(made);
        files.step(facts.caseId(), TABLE, made.id(), null, PlanStatus.DRAFT, null);
        return made;
    }
}
