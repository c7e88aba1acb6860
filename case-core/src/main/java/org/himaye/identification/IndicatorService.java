package org.himaye.identification;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseFiles;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseHeaders;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.DeadlineKind;
import org.himaye.casefile.Deadlines;
import org.himaye.casefile.IdentificationStatus;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.PolicyFacts.Condition;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.confidentiality.Row;
import org.himaye.consent.Consents;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Configuration;
import org.himaye.shared.ShortTransaction;

/** The caseworker's side: the form of signs with its conclusion, and the episode in codes. Both may be saved unfinished. */
@Stateless
@PermitAll
public class IndicatorService {

    @Inject
    private IdentificationRepository rows;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseHeaders headers;

    @Inject
    private CaseFiles files;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Consents consents;

    @Inject
    private Gate gate;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Configuration configuration;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    @Inject
    private ToldBefore told;

    private record Opened(CaseFacts facts, Row row, boolean closed) {}

    private record OpenedForm(Opened form, Row told) {}

    /** Opens the newest form of signs for writing, or an empty one. */
    @Act(value = Permission.INTAKE_WRITE, action = Action.EDIT)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public FormRow openIndicators(CaseNumber number) {
        return open(number, facts -> {
            IndicatorAssessment row =
                    rows.assessment(facts.caseId()).orElseGet(() -> newAssessment(UUID.randomUUID(), facts));
            return new Opened(facts, row, row.concluded());
        });
    }

    /** Opens the episode for writing, or an empty one. */
    @Act(value = Permission.INTAKE_WRITE, action = Action.EDIT)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public FormRow openEpisode(CaseNumber number) {
        return open(
                number,
                facts -> new Opened(
                        facts,
                        rows.episode(facts.caseId()).orElseGet(() -> newEpisode(UUID.randomUUID(), facts)),
                        false));
    }

    private FormRow open(CaseNumber number, Function<CaseFacts, Opened> load) {
        OpenedForm opened = transaction.read(() -> {
            Opened form = load.apply(access.require(number));
            return new OpenedForm(form, told.ofCase(form.facts().caseId()).orElse(null));
        });
        CaseFacts facts = opened.form().facts();
        CaseHeader header = headers.of(facts, null);
        Row row = opened.form().row();
        List<Row> all = opened.told() == null ? List.of(row) : List.of(row, opened.told());
        List<RevealedRow> shown = gate.open(facts.policy(), null, all, each -> each == row ? Set.of() : ToldBefore.ALL);
        return new FormRow(
                header,
                shown.get(0),
                facts.child(),
                opened.form().closed(),
                opened.told() == null ? null : shown.get(1));
    }

    private IndicatorAssessment newAssessment(UUID id, CaseFacts facts) {
        return new IndicatorAssessment(id, facts.caseId(), caller.get().sub(), clock.instant());
    }

    private TraffickingEpisode newEpisode(UUID id, CaseFacts facts) {
        return new TraffickingEpisode(id, facts.caseId(), caller.get().sub(), clock.instant());
    }

    /**
     * Saves the form as it is.
     *
     * @param id as it was opened; a new one makes the row
     * @throws DetailWithoutSign when a detail stands whose sign was not seen
     * @throws ChangedMeanwhile when somebody else saved or began it first
     * @throws AssessmentConcluded when it is finished
     */
    @Act(value = Permission.INTAKE_WRITE, action = Action.UPDATE)
    public void saveIndicators(CaseNumber number, UUID id, int version, IndicatorAnswers answers) {
        store(access.require(number), id, version, answers);
    }

    private IndicatorAssessment store(CaseFacts facts, UUID id, int version, IndicatorAnswers answers) {
        IndicatorAssessment known = rows.assessment(facts.caseId()).orElse(null);
        IndicatorAssessment row = current(known, () -> newAssessment(id, facts), id, version);
        row.requireOpen();
        answers.rules().hold();
        gate.write(facts.policy(), row, answers.values(healthReadable(facts)));
        return row;
    }

    /** The row that the form was opened with, or a new one if none was there then and now. */
    private <T extends Row> T current(T known, Supplier<T> fresh, UUID id, int version) {
        if (known == null) {
            T made = fresh.get();
            rows.add(made);
            return made;
        }
        if (!known.id().equals(id)) {
            throw new ChangedMeanwhile();
        }
        ChangedMeanwhile.check(known, version);
        return known;
    }

    private static boolean healthReadable(CaseFacts facts) {
        return facts.policy().conditions().contains(Condition.INTAKE_OPEN);
    }

    /**
     * Saves and finishes the form. PRESUMED gives the person the status and starts the reflection period with its deadline, and the
     * time to tell the special unit, which a refused consent ends again.
     *
     * @throws RightsNotExplained when nobody has explained them yet
     * @throws SignsUnanswered while a sign has no answer
     * @throws ConclusionMissing without the assessor's own words
     * @throws ChangedMeanwhile when somebody else saved it first
     */
    @Act(value = Permission.INTAKE_WRITE, action = Action.UPDATE)
    public void conclude(CaseNumber number, UUID id, int version, IndicatorAnswers answers, AssessmentResult result) {
        CaseFacts facts = access.require(number);
        answers.rulesToConclude(result, facts.child())
                .unless(consents.rightsExplained(facts.caseId()), RightsNotExplained::new)
                .hold();
        IndicatorAssessment row = store(facts, id, version, answers);
        UUID by = caller.get().sub();
        row.conclude(result, by, clock.instant());
        files.step(facts.caseId(), "indicator_assessment", row.id(), null, result, null);
        if (result == AssessmentResult.PRESUMED) {
            presume(facts, by);
        }
    }

    private void presume(CaseFacts facts, UUID by) {
        if (facts.identificationStatus() != IdentificationStatus.IDENTIFIED) {
            files.identification(facts.caseId(), IdentificationStatus.PRESUMED);
        }
        Identification identification = rows.identification(facts.caseId()).orElseGet(() -> {
            Identification made = new Identification(facts.caseId(), by, clock.instant());
            rows.add(made);
            return made;
        });
        if (identification.reflectionFrom() == null) {
            identification.reflects(
                    ReflectionPeriod.startingOn(
                            clock.today(), configuration.number(DeadlineKind.REFLECTION_ENDS.key())),
                    by,
                    clock.instant());
            deadlines.startUntil(
                    facts.caseId(),
                    DeadlineKind.REFLECTION_ENDS,
                    identification
                            .reflectionTo()
                            .plusDays(1)
                            .atStartOfDay(BusinessClock.ZONE)
                            .toInstant());
            deadlines.start(facts.caseId(), DeadlineKind.NOTIFY_SPECIAL_UNIT);
        }
    }

    /**
     * Saves the episode, complete or not.
     *
     * @throws EpisodeDatesWrong when it ends before it begins, or in the future
     * @throws OtherNeedsNote when the purpose "other" stands without a word
     * @throws ChangedMeanwhile when somebody else saved or began it first
     */
    @Act(value = Permission.INTAKE_WRITE, action = Action.UPDATE)
    public void saveEpisode(CaseNumber number, UUID id, int version, EpisodeAnswers answers) {
        CaseFacts facts = access.require(number);
        TraffickingEpisode known = rows.episode(facts.caseId()).orElse(null);
        TraffickingEpisode row = current(known, () -> newEpisode(id, facts), id, version);
        answers.rules(clock.today()).hold();
        gate.write(facts.policy(), row, answers.values(healthReadable(facts)));
    }
}
