package org.himaye.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.PolicyFacts.Condition;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.ShortTransaction;

/** Intake as a list of parts; the part on safety and urgent health; and its completion, which makes the case active. */
@Stateless
@PermitAll
public class IntakeService {

    @Inject
    private IntakeRepository rows;

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
    private FieldPolicy policy;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    private record Opened(CaseFacts facts, Intake intake, Map<IntakePart, PartState> states) {}

    /** Shows how far intake is. */
    @Act(Permission.INTAKE_READ)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public IntakeOverview open(CaseNumber number, Purpose purpose) {
        Opened opened = load(number);
        CaseHeader header = headers.of(opened.facts(), purpose);
        List<RevealedRow> shown = gate.open(opened.facts().policy(), purpose, List.of(opened.intake()));
        return new IntakeOverview(
                header,
                opened.states(),
                shown.get(0),
                opened.facts().status() == CaseStatus.INTAKE,
                missing(opened.states()),
                policy.purposes(caller.get().role()));
    }

    private Opened load(CaseNumber number) {
        return transaction.read(() -> {
            CaseFacts facts = access.require(number);
            return new Opened(facts, intake(facts), states(facts));
        });
    }

    /** The stored row, or an empty one that is not stored. */
    private Intake intake(CaseFacts facts) {
        return rows.intake(facts.caseId())
                .orElseGet(() -> new Intake(facts.caseId(), caller.get().sub(), clock.instant()));
    }

    private Map<IntakePart, PartState> states(CaseFacts facts) {
        return rows.states(facts.caseId(), facts.child(), clock.today());
    }

    private static List<IntakePart> missing(Map<IntakePart, PartState> states) {
        return Arrays.stream(IntakePart.values())
                .filter(part -> part.needed() && states.get(part) != PartState.DONE)
                .toList();
    }

    /** Opens the part on safety and urgent health for writing. */
    @Act(value = Permission.INTAKE_WRITE, action = Action.EDIT)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PartRow openSafety(CaseNumber number) {
        Opened opened = load(number);
        CaseHeader header = headers.of(opened.facts(), null);
        return new PartRow(
                header,
                gate.open(opened.facts().policy(), null, List.of(opened.intake()))
                        .get(0));
    }

    /**
     * Saves the answers on safety and urgent health, complete or not. After intake the answers on health can only be added to.
     *
     * @throws ChangedMeanwhile when somebody else saved or began it first
     */
    @Act(value = Permission.INTAKE_WRITE, action = Action.UPDATE)
    public void saveSafety(CaseNumber number, int version, SafetyAnswers answers) {
        CaseFacts facts = access.require(number);
        Intake intake = rows.intake(facts.caseId()).orElse(null);
        if (intake == null) {
            intake = intake(facts);
            rows.add(intake);
        } else {
            ChangedMeanwhile.check(intake, version);
        }
        Map<String, Object> values = new HashMap<>();
        values.put("immediateDanger", answers.immediateDanger());
        values.put("dangerText", answers.dangerText());
        if (facts.policy().conditions().contains(Condition.INTAKE_OPEN)) {
            values.put("urgentHealth", answers.urgentHealth());
            values.put("urgentHealthText", answers.urgentHealthText());
        }
        gate.write(facts.policy(), intake, values);
    }

    /**
     * Completes intake: the case becomes ACTIVE, the needs assessment and the plan are due. Signs and episode may follow: help does
     * not wait for them.
     *
     * @throws IntakeNotReady names what domain.md 2.3 still asks for
     * @throws ChangedMeanwhile when the case has changed since it was shown
     */
    @Act(value = Permission.INTAKE_COMPLETE, action = Action.UPDATE)
    public void complete(CaseNumber number, int version) {
        CaseFacts facts = access.require(number);
        ChangedMeanwhile.check(files.get(facts.caseId()), version);
        List<IntakePart> missing = missing(states(facts));
        if (!missing.isEmpty()) {
            throw new IntakeNotReady(missing);
        }
        rows.intake(facts.caseId()).orElseThrow().complete(caller.get().sub(), clock.instant());
        files.become(facts.caseId(), CaseStatus.ACTIVE);
        deadlines.met(facts.caseId(), DeadlineKind.INTAKE);
        deadlines.start(facts.caseId(), DeadlineKind.NEEDS_ASSESSMENT);
        deadlines.start(facts.caseId(), DeadlineKind.PLAN_DRAFT);
    }
}
