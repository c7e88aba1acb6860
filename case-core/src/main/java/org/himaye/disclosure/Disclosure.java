package org.himaye.disclosure;

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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.himaye.casefile.TransitionNotAllowed;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.BusinessException;
import org.himaye.shared.Rules;

/**
 * One line of the register. A request for somebody whom nobody here knows is a line like any other, without a case and without a word of
 * what was told of her. The database checks by itself that who decides neither entered nor checked it.
 */
@Entity
@Table(name = Disclosure.TABLE)
public class Disclosure extends Row {

    static final String TABLE = "disclosure";

    /** Working days within which a disclosure in danger is looked at again (domain.md 4.2). */
    private static final int REVIEW_DAYS = 3;

    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private String reference;

    /** Points at the end of an erased case, too; null where nobody is known. */
    @Column(name = "case_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID caseId;

    /** For whoever keeps the register and does not meet the case. */
    @Column(name = "case_number", updatable = false)
    @Confidential(OPERATIONAL)
    private String caseNumber;

    @Column(name = "institution_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID institutionId;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private DisclosureState state;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private ReceiverKind receiver;

    /** The name of an authority or a house, never of a person. */
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private String organisation;

    @Column(name = "receiver_person")
    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> receiverPerson;

    @Column(name = "document_number", updatable = false)
    @Confidential(OPERATIONAL)
    private String documentNumber;

    @Column(name = "document_date", updatable = false)
    @Confidential(OPERATIONAL)
    private LocalDate documentDate;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private Purpose purpose;

    /** On what they say it rests. */
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private DisclosureBasis basis;

    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> wanted;

    @Convert(converter = DisclosedField.Several.class)
    @Column(name = "wanted_fields", updatable = false)
    @Confidential(OPERATIONAL)
    private List<DisclosedField> wantedFields;

    @Column(name = "checked_by")
    @Confidential(OPERATIONAL)
    private UUID checkedBy;

    @Column(name = "checked_at")
    @Confidential(OPERATIONAL)
    private Instant checkedAt;

    /** On what it rests as we found it; null when on nothing. */
    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private DisclosureBasis ground;

    @Column(name = "consent_id")
    @Confidential(OPERATIONAL)
    private UUID consentId;

    @Column(name = "fears_state")
    @Confidential(OPERATIONAL)
    private Boolean fearsState;

    @Column(name = "guardian_conflict")
    @Confidential(OPERATIONAL)
    private Boolean guardianConflict;

    @Column(name = "risk_note")
    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> riskNote;

    @Column(name = "decided_by")
    @Confidential(OPERATIONAL)
    private UUID decidedBy;

    @Column(name = "decided_at")
    @Confidential(OPERATIONAL)
    private Instant decidedAt;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private RefusalGround refused;

    @Convert(converter = DisclosedField.Several.class)
    @Confidential(OPERATIONAL)
    private List<DisclosedField> fields;

    /** Redacted copies that go with the fields. */
    @Convert(converter = IdsConverter.class)
    @Confidential(OPERATIONAL)
    private List<UUID> documents;

    @Column(name = "expires_on")
    @Confidential(OPERATIONAL)
    private LocalDate expiresOn;

    @Column(name = "review_due_at")
    @Confidential(OPERATIONAL)
    private Instant reviewDueAt;

    @Column(name = "reviewed_by")
    @Confidential(OPERATIONAL)
    private UUID reviewedBy;

    @Column(name = "reviewed_at")
    @Confidential(OPERATIONAL)
    private Instant reviewedAt;

    @Confidential(OPERATIONAL)
    private Boolean justified;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private Informing informing;

    @Enumerated(EnumType.STRING)
    @Column(name = "informing_reason")
    @Confidential(OPERATIONAL)
    private InformingReason informingReason;

    @Column(name = "informed_on")
    @Confidential(OPERATIONAL)
    private LocalDate informedOn;

    @Column(name = "informed_by")
    @Confidential(OPERATIONAL)
    private UUID informedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "informed_language")
    @Confidential(OPERATIONAL)
    private SpokenLanguage informedLanguage;

    @Column(name = "sent_by")
    @Confidential(OPERATIONAL)
    private UUID sentBy;

    @Column(name = "sent_at")
    @Confidential(OPERATIONAL)
    private Instant sentAt;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private DisclosureChannel channel;

    protected Disclosure() {}

    /** @param caseId null, with its number, where nobody is known */
    Disclosure(
            UUID id, UUID caseId, String caseNumber, UUID institutionId, DisclosureRequest asked, UUID by, Instant at) {
        super(id, by, at);
        this.reference = DisclosureNumber.random().text();
        this.caseId = caseId;
        this.caseNumber = caseNumber;
        this.institutionId = institutionId;
        this.state = DisclosureState.REQUESTED;
        this.receiver = asked.receiver();
        this.organisation = asked.organisation();
        this.documentNumber = asked.documentNumber();
        this.documentDate = asked.documentDate();
        this.purpose = asked.purpose();
        this.basis = asked.basis();
        this.wantedFields = asked.fields();
    }

    @Override
    public KeyOwner keyOwner() {
        return caseId == null ? KeyOwner.account(createdBy()) : KeyOwner.caseFile(caseId);
    }

    /**
     * What the check must hold. A consent is looked at by itself: {@link DisclosureConsent#require}.
     *
     * @param child the person is a child or presumed to be one (BR-014)
     */
    Rules checkRules(DisclosureCheck check, boolean child) {
        DisclosureBasis found = check.ground();
        if (found == null) {
            return new Rules();
        }
        return new Rules()
                .unless(known(), NothingCanGo::new)
                .unless(found.serves(purpose), BasisNotForPurpose::new)
                .unless(
                        !found.needsDocument() || documentNumber != null && documentDate != null,
                        BasisNeedsDocument::new)
                .unless(found != DisclosureBasis.GUARDIAN_AND_BID || child, GuardianForChildOnly::new)
                .unless(
                        !child || !found.agreed() || check.guardianConflict() != null,
                        () -> new AnswerMissing("guardianConflict"))
                .unless(
                        found != DisclosureBasis.GUARDIAN_AND_BID || !Boolean.TRUE.equals(check.guardianConflict()),
                        GuardianInConflict::new)
                .unless(receiver != ReceiverKind.FAMILY || FAMILY.contains(found), FamilyNeedsConsent::new)
                .unless(found != DisclosureBasis.CONSENT || check.consent() != null, () -> new AnswerMissing("consent"))
                .unless(
                        receiver != ReceiverKind.EMBASSY || check.fearsState() != null,
                        () -> new AnswerMissing("fearsState"))
                .unless(receiver != ReceiverKind.EMBASSY || !Boolean.TRUE.equals(check.fearsState()), FearedState::new)
                .unless(check.riskNote() != null, () -> new AnswerMissing("riskNote"));
    }

    private static final Set<DisclosureBasis> FAMILY =
            Set.of(DisclosureBasis.CONSENT, DisclosureBasis.GUARDIAN_AND_BID);

    /** @throws TransitionNotAllowed when somebody checked it before */
    void check(DisclosureCheck check, boolean child, UUID by, Instant at) {
        checkRules(check, child).hold();
        become(DisclosureState.CHECKED, by, at);
        ground = check.ground();
        consentId = ground == DisclosureBasis.CONSENT ? check.consent() : null;
        fearsState = receiver == ReceiverKind.EMBASSY ? check.fearsState() : null;
        guardianConflict = child ? check.guardianConflict() : null;
        checkedBy = by;
        checkedAt = at;
    }

    /**
     * Decides.
     *
     * @param most what this receiver may get at most on this ground
     * @throws DisclosureNeedsAnother when she entered or checked it
     * @throws FieldsOutsideLimit and others when more would go than may
     */
    void decide(DisclosureDecision decision, Set<DisclosedField> most, LocalDate today, UUID by, Instant at) {
        if (by.equals(createdBy()) || by.equals(checkedBy)) {
            throw new DisclosureNeedsAnother();
        }
        decisionRules(decision, most, today).hold();
        become(outcome(decision), by, at);
        refused = decision.refused();
        fields = decision.fields();
        documents = decision.documents();
        expiresOn = state == DisclosureState.REFUSED ? null : decision.expiresOn();
        reviewDueAt = state != DisclosureState.REFUSED && ground == DisclosureBasis.VITAL_INTEREST
                ? BusinessClock.afterWorkingDays(at, REVIEW_DAYS)
                : null;
        decidedBy = by;
        decidedAt = at;
    }

    Rules decisionRules(DisclosureDecision decision, Set<DisclosedField> most, LocalDate today) {
        if (decision.refused() != null) {
            return new Rules();
        }
        LocalDate end = decision.expiresOn();
        List<DisclosedField> granted = decision.fields();
        return new Rules()
                .unless(ground != null, NothingCanGo::new)
                .unless(!granted.isEmpty(), () -> new AnswerMissing("fields"))
                .unless(wantedFields.isEmpty() || wantedFields.containsAll(granted), FieldsNotAsked::new)
                .unless(ground == null || most.containsAll(granted), this::tooMuch)
                .unless(
                        end != null
                                && end.isAfter(today)
                                && !end.isAfter(today.plusDays(DisclosureDecision.LONGEST_DAYS)),
                        ExpiryNotPossible::new);
    }

    private BusinessException tooMuch() {
        return switch (ground.release()) {
            case AGREED -> new FieldsOutsideLimit();
            case DANGER -> new MoreThanMinimum();
            case ORDERED -> new MoreThanWithoutConsent();
        };
    }

    private DisclosureState outcome(DisclosureDecision decision) {
        if (decision.refused() != null) {
            return DisclosureState.REFUSED;
        }
        return decision.fields().equals(wantedFields) ? DisclosureState.APPROVED : DisclosureState.PARTLY;
    }

    /** The person was told, or it is said why not yet or not at all. */
    void inform(InformedAnswer answer, LocalDate today, UUID by, Instant at) {
        answer.rules(today).hold();
        if (!mayInform()) {
            throw new TransitionNotAllowed(state, DisclosureState.NOTIFIED);
        }
        new Rules()
                .unless(answer.on() == null || !answer.on().isBefore(knowable()), InformedTooEarly::new)
                .hold();
        if (state == DisclosureState.SENT) {
            new Rules()
                    .unless(answer.on() != null, () -> new AnswerMissing("informedOn"))
                    .hold();
            become(DisclosureState.NOTIFIED, by, at);
        } else {
            informing = answer.when();
            informingReason = informing == Informing.BEFORE ? null : answer.reason();
        }
        boolean told = state == DisclosureState.NOTIFIED || informing == Informing.BEFORE;
        informedOn = told ? answer.on() : null;
        informedLanguage = told ? answer.language() : null;
        informedBy = by;
        touched(by, at);
    }

    /** The first day on which she can have been told: when it went, unless that was recorded after its last day. */
    private LocalDate knowable() {
        LocalDate decided = LocalDate.ofInstant(decidedAt, BusinessClock.ZONE);
        LocalDate recorded = state == DisclosureState.SENT ? LocalDate.ofInstant(sentAt, BusinessClock.ZONE) : decided;
        return over(recorded) ? decided : recorded;
    }

    /** While it is ready to go, and afterwards until she knows. */
    boolean mayInform() {
        return state.ready() || state == DisclosureState.SENT;
    }

    /**
     * That something of it may be made now.
     *
     * @throws PersonNotInformed before the person was told, or it was said why not
     * @throws DisclosureExpired after its last day
     * @throws NothingCanGo unless it was granted
     */
    void requireMakeable(LocalDate today) {
        requireTold();
        if (over(today)) {
            throw new DisclosureExpired();
        }
    }

    private void requireTold() {
        if (!state.granted()) {
            throw new NothingCanGo();
        }
        if (informing == null) {
            throw new PersonNotInformed();
        }
    }

    /** After its last day: nothing is made any more, and what was made before has gone. */
    boolean over(LocalDate today) {
        return expiresOn != null && expiresOn.isBefore(today);
    }

    /**
     * Also after its last day, because what is recorded then has gone before.
     *
     * @param whole whether all that goes was made; after its last day whether the file was that carries the terms
     */
    void send(DisclosureChannel how, boolean whole, UUID by, Instant at) {
        requireTold();
        new Rules().unless(how != null, () -> new AnswerMissing("channel")).hold();
        if (!whole) {
            throw new NothingMade();
        }
        become(DisclosureState.SENT, by, at);
        channel = how;
        sentBy = by;
        sentAt = at;
        if (informing == Informing.BEFORE) {
            become(DisclosureState.NOTIFIED, by, at);
        }
    }

    /** Another person's word on what went in danger. */
    void review(Boolean right, UUID by, Instant at) {
        new Rules().unless(right != null, () -> new AnswerMissing("justified")).hold();
        if (by.equals(decidedBy)) {
            throw new DisclosureNeedsAnother();
        }
        if (!awaitsReview()) {
            throw new TransitionNotAllowed(state, state);
        }
        justified = right;
        reviewedBy = by;
        reviewedAt = at;
        touched(by, at);
    }

    boolean awaitsReview() {
        return reviewDueAt != null && reviewedAt == null;
    }

    private void become(DisclosureState next, UUID by, Instant at) {
        if (!state.next().contains(next)) {
            throw new TransitionNotAllowed(state, next);
        }
        state = next;
        touched(by, at);
    }

    /** Whether it is about somebody whom we know. */
    boolean known() {
        return caseId != null;
    }

    String reference() {
        return reference;
    }

    UUID caseId() {
        return caseId;
    }

    String caseNumber() {
        return caseNumber;
    }

    DisclosureState state() {
        return state;
    }

    ReceiverKind receiver() {
        return receiver;
    }

    String organisation() {
        return organisation;
    }

    String documentNumber() {
        return documentNumber;
    }

    LocalDate documentDate() {
        return documentDate;
    }

    Purpose purpose() {
        return purpose;
    }

    DisclosureBasis basis() {
        return basis;
    }

    List<DisclosedField> wantedFields() {
        return wantedFields;
    }

    UUID checkedBy() {
        return checkedBy;
    }

    DisclosureBasis ground() {
        return ground;
    }

    UUID consentId() {
        return consentId;
    }

    UUID decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    Boolean guardianConflict() {
        return guardianConflict;
    }

    RefusalGround refused() {
        return refused;
    }

    List<DisclosedField> fields() {
        return fields == null ? List.of() : fields;
    }

    List<UUID> documents() {
        return documents == null ? List.of() : documents;
    }

    LocalDate expiresOn() {
        return expiresOn;
    }

    Instant reviewDueAt() {
        return reviewDueAt;
    }

    Boolean justified() {
        return justified;
    }

    Informing informing() {
        return informing;
    }

    InformingReason informingReason() {
        return informingReason;
    }

    LocalDate informedOn() {
        return informedOn;
    }

    Instant sentAt() {
        return sentAt;
    }

    DisclosureChannel channel() {
        return channel;
    }
}
