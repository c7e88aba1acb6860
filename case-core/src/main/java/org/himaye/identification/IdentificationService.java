package org.himaye.identification;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseFiles;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.DeadlineKind;
import org.himaye.casefile.Deadlines;
import org.himaye.casefile.IdentificationStatus;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessEvent.Link;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Relation;
import org.himaye.confidentiality.Revealed;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.confidentiality.Row;
import org.himaye.consent.ConsentScope;
import org.himaye.consent.Consents;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PageOf;
import org.himaye.shared.ShortTransaction;

/** The way to the special unit and its decision. The unit sees the set that was sent to it and nothing else. */
@Stateless
@PermitAll
public class IdentificationService {

    private static final int OPEN = 200;

    /** Decided sets on one page. */
    private static final int PAGE = 20;

    @Inject
    private IdentificationRepository rows;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseFiles files;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Consents consents;

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

    private record Opened(CaseFacts facts, IdentificationSet set, Identification decision) {}

    /**
     * Sends signs, coded episode, age band, sex and language to the special unit, the only receiver there is (BR-035). What is
     * recorded afterwards does not reach it.
     *
     * @param setId made by the form, so that a double click sends once
     * @throws org.himaye.consent.ConsentMissing unless the person agreed to POLICE_NOTIFICATION
     * @throws GroundsMissing before the signs were concluded as presumed
     * @throws AlreadyNotified when the unit has the case and has not decided
     */
    @Act(value = Permission.IDENTIFICATION_NOTIFY, action = Action.CREATE)
    public void notify(CaseNumber number, UUID setId) {
        CaseFacts facts = access.require(number);
        if (rows.set(setId).filter(s -> s.caseId().equals(facts.caseId())).isPresent()) {
            return;
        }
        consents.require(facts.caseId(), ConsentScope.POLICE_NOTIFICATION);
        IndicatorAssessment assessment = rows.assessment(facts.caseId())
                .filter(a -> a.result() == AssessmentResult.PRESUMED)
                .orElseThrow(GroundsMissing::new);
        if (rows.setOf(facts.caseId()).filter(IdentificationSet::open).isPresent()
                || facts.identificationStatus() != IdentificationStatus.PRESUMED) {
            throw new AlreadyNotified();
        }
        UUID by = caller.get().sub();
        IdentificationSet set = new IdentificationSet(
                setId, facts.caseId(), rows.specialUnit().orElseThrow(GroundsMissing::new), by, clock.instant());
        rows.add(set);
        copy(facts, assessment, set);
        Identification identification = rows.identification(facts.caseId()).orElseThrow(GroundsMissing::new);
        identification.notified(by, clock.instant());
        files.step(facts.caseId(), "identification_set", setId, null, IdentificationStatus.PRESUMED, null);
        deadlines.met(facts.caseId(), DeadlineKind.NOTIFY_SPECIAL_UNIT);
        deadlines.start(facts.caseId(), DeadlineKind.IDENTIFICATION_DECISION);
    }

    private void copy(CaseFacts facts, IndicatorAssessment assessment, IdentificationSet set) {
        Map<String, Object> own = new HashMap<>();
        own.put("child", facts.child());
        own.put("indicators", Codes.text(assessment.present()));
        own.put("details", assessment.details());
        own.put("assessedAt", assessment.assessedAt());
        own.put("formVersion", IndicatorAssessment.FORM_VERSION);
        gate.write(facts.policy(), set, own);
        gate.carryOver(files.person(facts.personId()), facts.policy(), set, same("ageBand", "sex", "languages"));
        Optional<TraffickingEpisode> episode = rows.episode(facts.caseId());
        episode.ifPresent(e -> gate.carryOver(
                e, facts.policy(), set, same("acts", "means", "purposes", "forms", "recruitmentChannel", "countries")));
    }

    private static Map<String, String> same(String... attributes) {
        Map<String, String> names = new HashMap<>();
        for (String attribute : attributes) {
            names.put(attribute, attribute);
        }
        return names;
    }

    /** What was sent to the caller's unit: what waits, at most 200, and a page of what was decided. One event names all. */
    @Act(value = Permission.IDENTIFICATION_READ, action = Action.LIST, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public IdentificationQueue queue(PageAsked asked) {
        Caller officer = caller.get();
        List<QueueRow> queue = transaction.read(() -> rows.queue(officer.institution(), asked, OPEN, PAGE + 1));
        PageOf<QueueRow> decided =
                PageOf.found(queue.stream().filter(row -> !row.open()).toList(), PAGE, asked, QueueRow::place);
        List<QueueRow> waiting = queue.stream().filter(QueueRow::open).toList();
        gate.list(
                Stream.concat(waiting.stream(), decided.rows().stream())
                        .map(r -> new Link(r.caseId(), r.personId()))
                        .toList(),
                "identification_set",
                Map.of("sentAt", DataClass.OPERATIONAL));
        return new IdentificationQueue(waiting, decided);
    }

    /**
     * Opens one set.
     *
     * @param purpose what the officer chose, or null
     * @throws Refused when nothing of this case was sent to the caller's unit
     */
    @Act(Permission.IDENTIFICATION_READ)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public SentSet open(CaseNumber number, Purpose purpose) {
        Opened opened = transaction.read(() -> {
            IdentificationSet set = sent(number);
            CaseFacts facts = access.require(number, Set.of(Relation.SENT_TO));
            Identification decision =
                    set.open() ? null : rows.identification(facts.caseId()).orElse(null);
            return new Opened(facts, set, decision);
        });
        List<Row> both = new ArrayList<>(List.of(opened.set()));
        if (opened.decision() != null) {
            both.add(opened.decision());
        }
        Revealed<IdentificationStatus> status = gate.coded(
                opened.facts().policy(),
                purpose,
                DataClass.STATISTICAL,
                "case_file",
                "identificationStatus",
                opened.facts().identificationStatus());
        List<RevealedRow> shown = gate.open(opened.facts().policy(), purpose, both);
        return new SentSet(
                opened.facts().number(),
                opened.facts().pseudonym(),
                status,
                shown.get(0),
                opened.set().legallyComplete(),
                opened.decision() == null ? null : shown.get(1),
                policy.purposes(caller.get().role()));
    }

    private IdentificationSet sent(CaseNumber number) {
        return rows.sentTo(caller.get().institution(), number.text())
                .orElseThrow(() -> new Refused(AccessReason.NOT_SENT));
    }

    /**
     * Records the decision IDENTIFIED (BR-031: never a shelter's). An incomplete episode blocks it unless the officer says why.
     *
     * @param setVersion of the set that the officer saw
     * @throws EpisodeIncomplete BR-010, BR-011
     * @throws AlreadyDecided when a colleague was first
     * @throws DecisionDateWrong when the date lies in the future
     */
    @Act(value = Permission.IDENTIFICATION_DECIDE, action = Action.UPDATE)
    public void identify(CaseNumber number, int setVersion, IdentificationDecision decision) {
        IdentificationSet set = sent(number);
        CaseFacts facts = access.require(number, Set.of(Relation.SENT_TO));
        if (!set.open()) {
            throw new AlreadyDecided();
        }
        ChangedMeanwhile.check(set, setVersion);
        if (!set.legallyComplete() && decision.overrideReason() == null) {
            throw new EpisodeIncomplete();
        }
        UUID by = caller.get().sub();
        Identification identification =
                rows.identification(facts.caseId()).orElseThrow(() -> new Refused(AccessReason.NOT_SENT));
        identification.decided(decision.date(), clock.today(), by, clock.instant());
        Map<String, Object> values = new HashMap<>();
        values.put("decisionNumber", decision.number());
        values.put("decisionText", decision.text());
        if (decision.overrideReason() != null) {
            values.put("overrideReason", decision.overrideReason());
        }
        gate.write(facts.policy(), identification, values);
        set.decided(by, clock.instant());
        files.identification(facts.caseId(), IdentificationStatus.IDENTIFIED);
        deadlines.met(facts.caseId(), DeadlineKind.IDENTIFICATION_DECISION);
    }
}
