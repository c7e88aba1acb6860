package org.himaye.breakglass;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessEvent.Link;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Decision;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.PolicyFacts;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Relation;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.confidentiality.Role;
import org.himaye.confidentiality.Unseen;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Configuration;
import org.himaye.shared.Rules;
import org.himaye.shared.ShortTransaction;
import org.himaye.shared.TypedText;

/** Emergency access: begun, ended and reviewed (domain.md 4.7). What it opens is read by the acts that open a case. */
@Stateless
@PermitAll
public class BreakGlassService {

    private static final String TABLE = "break_glass_grant";

    @Inject
    private BreakGlassRepository grants;

    @Inject
    private CaseAccess access;

    @Inject
    private FieldPolicy policy;

    @Inject
    private Gate gate;

    @Inject
    private ActRecord record;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Configuration configuration;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    @Inject
    private Unseen unseen;

    @Inject
    private Event<NotJustified> notJustified;

    private record Found(BreakGlassRepository.Turn turn, BreakGlassGrant grant) {}

    /** What the caller may ask for, and what of his runs. */
    @Act(value = Permission.BREAKGLASS_READ, action = Action.LIST, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public BreakGlassDesk open() {
        Caller caller = currentCaller.get();
        BreakGlassDesk desk = transaction.read(() -> new BreakGlassDesk(
                policy.emergency(caller.role()),
                caller.session() == null ? List.of() : grants.running(caller, clock.instant()),
                grants.overdue(caller, clock.instant())));
        gate.list(
                desk.running().stream()
                        .map(each -> new Link(each.caseId(), each.personId()))
                        .toList(),
                TABLE,
                desk.running().isEmpty() ? Map.of() : Map.of("reason", OPERATIONAL, "endsAt", OPERATIONAL));
        return desk;
    }

    /**
     * Opens a case of the caller's institution for the classes asked for, for an hour and for reading. An access of the same person to the
     * same case that still runs ends.
     *
     * @param id made by the form, so that a double click begins one
     * @throws Refused when the policy gives the caller's job none of this, when there is no such case or it is another institution's
     * @throws OwnReviewOverdue when the caller owes reviews of others' that are late
     * @throws EmergencyNotNeeded when everything asked for is open to the caller anyway
     */
    @Act(value = Permission.BREAKGLASS_START, action = Action.CREATE)
    public void start(UUID id, CaseNumber number, BreakGlassRequest asked) {
        Caller caller = currentCaller.get();
        Instant now = clock.instant();
        Set<DataClass> open = policy.emergency(caller.role());
        if (caller.session() == null || open.isEmpty() || !open.containsAll(asked.classes())) {
            throw new Refused(AccessReason.NO_EMERGENCY);
        }
        // Before it is looked for: a form that is not right is answered alike whether there is such a case or not.
        asked.rules().hold();
        int overdue = grants.overdue(caller, now);
        if (overdue > 0) {
            throw new OwnReviewOverdue(overdue);
        }
        CaseFacts facts = access.requireForEmergency(number);
        if (repeated(id, facts, caller)) {
            return;
        }
        if (asked.classes().stream().allMatch(each -> open(caller, facts.policy(), each))) {
            throw new EmergencyNotNeeded();
        }
        grants.notEnded(facts.caseId(), caller.sub()).forEach(former -> former.end(caller.sub(), now));
        BreakGlassGrant grant = new BreakGlassGrant(
                id,
                facts.caseId(),
                facts.institution(),
                caller.session(),
                asked,
                Duration.ofMinutes(configuration.number("breakglass.minutes")),
                BusinessClock.afterWorkingDays(now, configuration.number("breakglass.review.working_days")),
                caller.sub(),
                now);
        gate.write(emergency(facts, grant), grant, Map.of("reasonText", asked.text()));
        grants.add(grant);
        record.field(TABLE, "reason", OPERATIONAL);
        record.field(TABLE, "classes", OPERATIONAL);
        record.under(grant.grant());
    }

    private boolean repeated(UUID id, CaseFacts facts, Caller caller) {
        BreakGlassGrant same = grants.find(id).orElse(null);
        if (same == null) {
            return false;
        }
        if (!same.createdBy().equals(caller.sub()) || !same.caseId().equals(facts.caseId())) {
            throw new Refused(AccessReason.FOREIGN_ID);
        }
        record.on(TABLE, id);
        record.under(same.grant());
        return true;
    }

    private boolean open(Caller caller, PolicyFacts facts, DataClass dataClass) {
        return policy.read(caller, facts, dataClass, TABLE, null) == Decision.FULL;
    }

    private static PolicyFacts emergency(CaseFacts facts, BreakGlassGrant grant) {
        return new PolicyFacts(
                facts.caseId(), facts.personId(), facts.institution(), Set.of(Relation.GRANT), Set.of(), grant.grant());
    }

    /**
     * Ends an access before its time. One that is over stays as it is.
     *
     * @throws Refused when it is another one's
     */
    @Act(value = Permission.BREAKGLASS_STOP, action = Action.UPDATE)
    public void stop(UUID id) {
        BreakGlassGrant grant = grants.hold(id).orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
        record.on(TABLE, id);
        record.concerns(grant.caseId(), null);
        UUID by = currentCaller.get().sub();
        if (!grant.createdBy().equals(by)) {
            throw new Refused(AccessReason.NOT_OWN);
        }
        grant.end(by, clock.instant());
        record.under(grant.grant());
    }

    /**
     * Opens the access to the case that was due for review first and is the caller's to review.
     *
     * @throws Refused when there is none
     */
    @Act(Permission.BREAKGLASS_REVIEW)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public BreakGlassReview openForReview(CaseNumber number) {
        Found found = transaction.read(() -> mine(number));
        BreakGlassGrant grant = found.grant();
        record.on(TABLE, grant.id());
        List<RevealedRow> shown = gate.open(reviewing(found), null, List.of(grant), Set.of("reasonText"));
        return new BreakGlassReview(
                grant.id(),
                grant.version(),
                found.turn().number(),
                found.turn().by(),
                grant.reason(),
                List.copyOf(EnumSet.copyOf(grant.classes())),
                grant.createdAt(),
                grant.endedAt() == null ? grant.endsAt() : grant.endedAt(),
                grant.reviewDueAt(),
                shown.get(0));
    }

    /**
     * Says what to think of the access that {@link #openForReview} showed. One that was not justified is asked about as an auditor would.
     *
     * @throws ChangedMeanwhile when it is another one by now
     * @throws NoteTooShort without a sentence
     */
    @Act(value = Permission.BREAKGLASS_REVIEW, action = Action.UPDATE)
    public void review(CaseNumber number, UUID id, int version, Verdict verdict, String note) {
        Found found = mine(number);
        BreakGlassGrant grant = found.grant();
        if (!grant.id().equals(id)) {
            throw new ChangedMeanwhile();
        }
        ChangedMeanwhile.check(grant, version);
        String said = TypedText.of("reviewNote", note, BreakGlassGrant.NOTE_LENGTH);
        new Rules()
                .unless(verdict != null, () -> new AnswerMissing("verdict"))
                .unless(
                        said != null && said.length() >= BreakGlassGrant.NOTE_SHORTEST,
                        () -> new NoteTooShort(BreakGlassGrant.NOTE_SHORTEST))
                .hold();
        grant.review(verdict, currentCaller.get().sub(), clock.instant());
        gate.write(reviewing(found), grant, Map.of("reviewNote", said));
        record.field(TABLE, "verdict", OPERATIONAL);
        if (verdict == Verdict.NOT_JUSTIFIED) {
            grants.store();
            notJustified.fire(grant.notJustified(number));
            record.on(TABLE, grant.id());
        }
    }

    private Found mine(CaseNumber number) {
        BreakGlassRepository.Turn turn = grants.turn(number.text(), currentCaller.get(), clock.instant())
                .orElseThrow(() -> unseen.refuse("case_file", number.text()));
        return new Found(turn, grants.find(turn.id()).orElseThrow(() -> new Refused(AccessReason.UNKNOWN)));
    }

    private PolicyFacts reviewing(Found found) {
        Relation relation = currentCaller.get().is(Role.SUPERVISOR) ? Relation.SAME_INSTITUTION : Relation.ANY;
        return new PolicyFacts(
                found.grant().caseId(),
                found.turn().personId(),
                found.grant().institutionId(),
                Set.of(relation),
                Set.of());
    }
}
