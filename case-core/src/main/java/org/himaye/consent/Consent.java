package org.himaye.consent;

import static org.himaye.confidentiality.DataClass.NARRATIVE;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.himaye.casefile.TransitionNotAllowed;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;
import org.himaye.person.SpokenLanguage;

/**
 * One answer to one question (domain.md 2.7, 3.3.9): PROPOSED, then GIVEN or REFUSED; a given one ends as WITHDRAWN or EXPIRED,
 * from then on and never backwards. Always limited in time. A refusal needs no reason and has no effect on any service.
 */
@Entity
@Table(name = "consent")
public class Consent extends Row {

    /** Longest life of a consent, domain.md 3.5. */
    public static final int LONGEST_YEARS = 5;

    public static final int REASON_LENGTH = 500;

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private ConsentScope scope;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private ConsentStatus status;

    @Column(name = "plan_version")
    @Confidential(OPERATIONAL)
    private UUID planVersion;

    @Enumerated(EnumType.STRING)
    @Column(name = "given_by")
    @Confidential(OPERATIONAL)
    private ConsentGiver givenBy;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private ConsentMethod method;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private SpokenLanguage language;

    @Confidential(OPERATIONAL)
    private boolean interpreter;

    /** Version of the text that was explained; text and scope together name purpose and data. */
    @Column(name = "text_version")
    @Confidential(OPERATIONAL)
    private String textVersion;

    @Column(name = "given_at")
    @Confidential(OPERATIONAL)
    private Instant answeredAt;

    /** Last day, inclusive. */
    @Column(name = "valid_to")
    @Confidential(OPERATIONAL)
    private LocalDate validTo;

    @Column(name = "withdrawn_at")
    @Confidential(OPERATIONAL)
    private Instant withdrawnAt;

    @Column(name = "withdrawn_to")
    @Confidential(OPERATIONAL)
    private UUID withdrawnTo;

    @Column(name = "refused_reason")
    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> refusedReason;

    protected Consent() {}

    /** Proposes: nothing is agreed yet. */
    public Consent(
            UUID id, UUID caseId, ConsentScope scope, UUID planVersion, String textVersion, UUID by, Instant at) {
        super(id, by, at);
        if ((scope == ConsentScope.PLAN) != (planVersion != null)) {
            throw new IllegalArgumentException("a consent to a plan names its version, no other does");
        }
        this.caseId = caseId;
        this.scope = scope;
        this.planVersion = planVersion;
        this.textVersion = textVersion;
        this.status = ConsentStatus.PROPOSED;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    /**
     * Records what was answered, given or refused.
     *
     * @param child the person is a child or presumed to be one (BR-014)
     * @param validTo last day of a given one, inclusive
     * @throws InterpreterNotAsked when somebody interpreted and nobody asked whether he has a part in the story
     * @throws InterpreterIsParty when who interpreted has a part in the story
     * @throws ChildNeedsGuardian when a child alone would have to agree
     * @throws ConsentPeriodWrong when it ends before it begins or lasts longer than five years
     */
    public void answer(ConsentAnswer answer, boolean child, LocalDate validTo, LocalDate today, UUID by, Instant at) {
        answer.rules(child, validTo, today).hold();
        become(answer.given() ? ConsentStatus.GIVEN : ConsentStatus.REFUSED);
        this.givenBy = answer.givenBy();
        this.method = answer.method();
        this.language = answer.language();
        this.interpreter = answer.interpreter();
        this.validTo = answer.given() ? validTo : null;
        this.answeredAt = at;
        touched(by, at);
    }

    /** Ends it at once, for the future. */
    public void withdraw(UUID by, Instant at) {
        become(ConsentStatus.WITHDRAWN);
        withdrawnAt = at;
        withdrawnTo = by;
        touched(by, at);
    }

    /** Time has run out, or the same question was answered again. */
    public void expire(UUID by, Instant at) {
        become(ConsentStatus.EXPIRED);
        touched(by, at);
    }

    private void become(ConsentStatus next) {
        if (!status.next().contains(next)) {
            throw new TransitionNotAllowed(status, next);
        }
        status = next;
    }

    /** True while somebody may act on it. */
    public boolean inForce(LocalDate today) {
        return status == ConsentStatus.GIVEN && !validTo.isBefore(today);
    }

    /** As people should read it: a given one whose last day has passed is expired, also before a job writes it down. */
    public ConsentStatus statusOn(LocalDate today) {
        return status == ConsentStatus.GIVEN && !inForce(today) ? ConsentStatus.EXPIRED : status;
    }

    /** Ended before its last day, because the same question was answered again. */
    public boolean replaced(LocalDate today) {
        return status == ConsentStatus.EXPIRED && validTo != null && !validTo.isBefore(today);
    }

    public UUID caseId() {
        return caseId;
    }

    public ConsentScope scope() {
        return scope;
    }

    public ConsentStatus status() {
        return status;
    }

    public UUID planVersion() {
        return planVersion;
    }

    public ConsentGiver givenBy() {
        return givenBy;
    }

    public SpokenLanguage language() {
        return language;
    }

    public Instant answeredAt() {
        return answeredAt;
    }

    public LocalDate validTo() {
        return validTo;
    }
}
