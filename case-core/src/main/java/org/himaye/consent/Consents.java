package org.himaye.consent;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseFiles;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Refused;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Configuration;

/**
 * Consents for other capabilities, within their own act: asks whether one is in force, records an answer that belongs to their
 * object (a plan's version). Must run within a transaction. Pages use {@link ConsentService}.
 */
@Dependent
public class Consents {

    private static final String TABLE = "consent";

    @Inject
    private ConsentRepository consents;

    @Inject
    private CaseFiles files;

    @Inject
    private Gate gate;

    @Inject
    private Configuration configuration;

    @Inject
    private CurrentCaller caller;

    @Inject
    private BusinessClock clock;

    /** True when somebody has agreed, it was not withdrawn and its last day has not passed. */
    public boolean inForce(UUID caseId, ConsentScope scope) {
        return inForce(caseId, scope, null);
    }

    /** @param planVersion for {@link ConsentScope#PLAN}, otherwise null */
    public boolean inForce(UUID caseId, ConsentScope scope, UUID planVersion) {
        return consents.given(caseId, scope).stream()
                .anyMatch(c -> Objects.equals(c.planVersion(), planVersion) && c.inForce(clock.today()));
    }

    /** @throws ConsentMissing unless {@link #inForce(UUID, ConsentScope)} */
    public void require(UUID caseId, ConsentScope scope) {
        if (!inForce(caseId, scope)) {
            throw new ConsentMissing(scope);
        }
    }

    /** True when rights, confidentiality and its limits were explained. */
    public boolean rightsExplained(UUID caseId) {
        return !consents.briefings(caseId).isEmpty();
    }

    /** The last day that the configuration proposes, counted from today, inclusive. */
    public LocalDate proposedEnd(ConsentScope scope) {
        int length = configuration.number(scope.key());
        return scope.key().endsWith(".months")
                ? clock.today().plusMonths(length)
                : clock.today().plusDays(length);
    }

    /**
     * Records an answer. An earlier consent to the same ends: expired when given anew, withdrawn when refused now; one to another
     * receiver is another one. The same id again gives the consent of the first time.
     *
     * @throws InterpreterIsParty when who interpreted has a part in the story
     * @throws ChildNeedsGuardian when a child alone would have to agree
     * @throws AdultAnswersAlone when somebody else answers for an adult
     * @throws ConsentPeriodWrong when it ends before it begins or lasts longer than five years
     */
    public Consent record(CaseFacts facts, ConsentAnswer answer) {
        Consent known = consents.find(answer.id()).orElse(null);
        if (known != null) {
            if (!known.caseId().equals(facts.caseId())) {
                throw new Refused(AccessReason.FOREIGN_ID);
            }
            return known;
        }
        UUID by = caller.get().sub();
        Consent consent = new Consent(
                answer.id(),
                facts.caseId(),
                answer.scope(),
                answer.planVersion(),
                RightsBriefing.TEXT_VERSION,
                by,
                clock.instant());
        LocalDate validTo = answer.validTo() == null ? proposedEnd(answer.scope()) : answer.validTo();
        consent.answer(answer, facts.child(), validTo, clock.today(), by, clock.instant());
        if (answer.scope().oneAtATime()) {
            endEarlier(facts.caseId(), answer, by);
        }
        consents.flush();
        consents.add(consent);
        if (answer.refusedReason() != null && !answer.given()) {
            gate.write(facts.policy(), consent, Map.of("refusedReason", answer.refusedReason()));
        }
        files.step(facts.caseId(), TABLE, consent.id(), ConsentStatus.PROPOSED, consent.status(), consent.scope());
        return consent;
    }

    private void endEarlier(UUID caseId, ConsentAnswer answer, UUID by) {
        for (Consent earlier : consents.given(caseId, answer.scope())) {
            if (Objects.equals(earlier.planVersion(), answer.planVersion())) {
                end(earlier, answer.given(), by);
            }
        }
    }

    private void end(Consent earlier, boolean givenAnew, UUID by) {
        if (givenAnew) {
            earlier.expire(by, clock.instant());
        } else {
            earlier.withdraw(by, clock.instant());
        }
        files.step(earlier.caseId(), TABLE, earlier.id(), ConsentStatus.GIVEN, earlier.status(), earlier.scope());
    }

    void withdraw(Consent consent) {
        end(consent, false, caller.get().sub());
    }
}
