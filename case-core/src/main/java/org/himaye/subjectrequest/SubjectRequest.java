package org.himaye.subjectrequest;

import static org.himaye.confidentiality.DataClass.NARRATIVE;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;
import static org.himaye.confidentiality.DataClass.PROTECTED_PERSON;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.TransitionNotAllowed;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.CodesConverter;
import org.himaye.shared.Rules;

/**
 * One request of the person herself. A missed term alerts and changes nothing. Whoever entered or prepared it does not decide on it; the
 * database says so, too.
 */
@Entity
@Table(name = SubjectRequest.TABLE)
public class SubjectRequest extends Row {

    static final String TABLE = "subject_request";

    /** So long what another person looked at may go; the case goes on meanwhile. */
    private static final Duration GOOD_FOR = Duration.ofDays(14);

    @Column(name = "case_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private SubjectRequestKind kind;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private SubjectRequestState state;

    @Column(name = "received_on", updatable = false)
    @Confidential(OPERATIONAL)
    private LocalDate receivedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "received_how", updatable = false)
    @Confidential(OPERATIONAL)
    private ReceivedHow receivedHow;

    @Enumerated(EnumType.STRING)
    @Column(name = "answer_form", updatable = false)
    @Confidential(OPERATIONAL)
    private AnswerForm form;

    @Enumerated(EnumType.STRING)
    @Column(name = "answer_language", updatable = false)
    @Confidential(OPERATIONAL)
    private AnswerLanguage language;

    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private boolean interpreter;

    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> words;

    /** Its last day. */
    @Column(name = "due_on")
    @Confidential(OPERATIONAL)
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private ExtensionReason extension;

    @Column(name = "verified_by")
    @Confidential(OPERATIONAL)
    private UUID verifiedBy;

    @Column(name = "verified_at")
    @Confidential(OPERATIONAL)
    private Instant verifiedAt;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private IdentityProof proof;

    @Column(name = "prepared_by")
    @Confidential(OPERATIONAL)
    private UUID preparedBy;

    @Column(name = "prepared_at")
    @Confidential(OPERATIONAL)
    private Instant preparedAt;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private RequestOutcome outcome;

    @Convert(converter = Grounds.class)
    @Confidential(OPERATIONAL)
    private List<NarrowingGround> grounds;

    /** Whom the answer does not tell of. */
    @Column(name = "hidden_names")
    @Convert(converter = SealedConverter.class)
    @Confidential(PROTECTED_PERSON)
    private Sealed<String> hiddenNames;

    @Column(name = "decided_by")
    @Confidential(OPERATIONAL)
    private UUID decidedBy;

    @Column(name = "decided_at")
    @Confidential(OPERATIONAL)
    private Instant decidedAt;

    @Column(name = "delivered_by")
    @Confidential(OPERATIONAL)
    private UUID deliveredBy;

    @Column(name = "delivered_at")
    @Confidential(OPERATIONAL)
    private Instant deliveredAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "delivered_form")
    @Confidential(OPERATIONAL)
    private AnswerForm deliveredForm;

    @Enumerated(EnumType.STRING)
    @Column(name = "delivered_language")
    @Confidential(OPERATIONAL)
    private AnswerLanguage deliveredLanguage;

    @Column(name = "delivered_interpreter")
    @Confidential(OPERATIONAL)
    private Boolean deliveredInterpreter;

    protected SubjectRequest() {}

    SubjectRequest(UUID id, UUID caseId, RequestEntry asked, LocalDate dueOn, UUID by, Instant at) {
        super(id, by, at);
        this.caseId = caseId;
        this.kind = asked.kind();
        this.state = SubjectRequestState.RECEIVED;
        this.receivedOn = asked.receivedOn();
        this.receivedHow = asked.receivedHow();
        this.form = asked.form();
        this.language = asked.language();
        this.interpreter = asked.interpreter();
        this.dueOn = dueOn;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    void verify(IdentityProof how, UUID by, Instant at) {
        new Rules().unless(how != null, () -> new AnswerMissing("proof")).hold();
        become(SubjectRequestState.IDENTITY_VERIFIED, by, at);
        proof = how;
        verifiedBy = by;
        verifiedAt = at;
    }

    /**
     * Says what comes of it. That it is true is asked by the service.
     *
     * @throws GroundNotForKind and others when it is not a thing that can come of it
     */
    void prepare(Preparation prepared, UUID by, Instant at) {
        prepared.rules(kind).hold();
        if (state == SubjectRequestState.REDACTED && !outdated(at)) {
            throw new TransitionNotAllowed(state, SubjectRequestState.PREPARED);
        }
        become(SubjectRequestState.PREPARED, by, at);
        outcome = prepared.outcome();
        grounds = prepared.grounds();
        preparedBy = by;
        preparedAt = at;
        decidedBy = null;
        decidedAt = null;
    }

    /**
     * Another person's word.
     *
     * @param right false gives it back to who prepared it
     * @throws RequestNeedsAnother when she entered or prepared it
     */
    void decide(Boolean right, UUID by, Instant at) {
        new Rules().unless(right != null, () -> new AnswerMissing("right")).hold();
        if (!mayDecide(by)) {
            throw new RequestNeedsAnother();
        }
        if (right) {
            become(SubjectRequestState.REDACTED, by, at);
            decidedBy = by;
            decidedAt = at;
        } else {
            become(SubjectRequestState.IDENTITY_VERIFIED, by, at);
            outcome = null;
            grounds = null;
            preparedBy = null;
            preparedAt = null;
        }
    }

    boolean mayDecide(UUID by) {
        return !by.equals(createdBy()) && !by.equals(preparedBy);
    }

    /**
     * She has her answer.
     *
     * @throws RequestNeedsAnother before another person looked at it, where one has to
     */
    void deliver(Delivery given, UUID by, Instant at) {
        if (state == SubjectRequestState.PREPARED && kind.needsAnother(outcome)) {
            throw new RequestNeedsAnother();
        }
        if (!deliverable() || outdated(at)) {
            throw new TransitionNotAllowed(state, SubjectRequestState.DELIVERED);
        }
        given.rules(outcome).hold();
        become(
                switch (outcome) {
                    case GRANTED -> SubjectRequestState.DELIVERED;
                    case NARROWED -> SubjectRequestState.PARTLY_REFUSED;
                    case REFUSED -> SubjectRequestState.REFUSED;
                },
                by,
                at);
        deliveredForm = given.form();
        deliveredLanguage = given.language();
        deliveredInterpreter = given.interpreter();
        deliveredBy = by;
        deliveredAt = at;
    }

    /** Nobody has to look at it any more. */
    boolean deliverable() {
        return state == SubjectRequestState.REDACTED
                || state == SubjectRequestState.PREPARED && !kind.needsAnother(outcome);
    }

    /** Her file was looked at too long ago: it is prepared and looked at again. */
    boolean outdated(Instant now) {
        return state == SubjectRequestState.REDACTED
                && kind.asksForFile()
                && decidedAt.plus(GOOD_FOR).isBefore(now);
    }

    /**
     * Once, and before the term is over.
     *
     * @param days from its last day
     */
    void extend(ExtensionReason why, int days, LocalDate today, UUID by, Instant at) {
        new Rules().unless(why != null, () -> new AnswerMissing("extension")).hold();
        if (state.over()) {
            throw new TransitionNotAllowed(state, state);
        }
        if (extension != null) {
            throw new ExtendedAlready();
        }
        if (dueOn.isBefore(today)) {
            throw new TooLateToExtend();
        }
        extension = why;
        dueOn = dueOn.plusDays(days);
        touched(by, at);
    }

    /** Whether she takes it back by the word of who handles it alone: before it is known to be hers, and never a complaint, which may be of him. */
    boolean takenBackByOne() {
        return state == SubjectRequestState.RECEIVED && kind != SubjectRequestKind.COMPLAINT;
    }

    /**
     * She does not want it any more; not after it was decided.
     *
     * @param sure she said the agreed word, or told another person
     * @throws RequestNeedsAnother when nobody is sure and it is not {@link #takenBackByOne}
     */
    void takeBack(boolean sure, UUID by, Instant at) {
        if (!state.next().contains(SubjectRequestState.TAKEN_BACK)) {
            throw new TransitionNotAllowed(state, SubjectRequestState.TAKEN_BACK);
        }
        if (!sure && !takenBackByOne()) {
            throw new RequestNeedsAnother();
        }
        become(SubjectRequestState.TAKEN_BACK, by, at);
    }

    private void become(SubjectRequestState next, UUID by, Instant at) {
        if (!state.next().contains(next)) {
            throw new TransitionNotAllowed(state, next);
        }
        state = next;
        touched(by, at);
    }

    boolean belongsTo(UUID otherCase) {
        return caseId.equals(otherCase);
    }

    /** From then on what was done for it counts. */
    Instant since() {
        return receivedOn.atStartOfDay(BusinessClock.ZONE).toInstant();
    }

    SubjectRequestKind kind() {
        return kind;
    }

    SubjectRequestState state() {
        return state;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    ReceivedHow receivedHow() {
        return receivedHow;
    }

    AnswerForm form() {
        return form;
    }

    AnswerLanguage language() {
        return language;
    }

    boolean interpreter() {
        return interpreter;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    ExtensionReason extension() {
        return extension;
    }

    IdentityProof proof() {
        return proof;
    }

    UUID verifiedBy() {
        return verifiedBy;
    }

    UUID preparedBy() {
        return preparedBy;
    }

    RequestOutcome outcome() {
        return outcome;
    }

    List<NarrowingGround> grounds() {
        return grounds == null ? List.of() : grounds;
    }

    UUID decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    Instant deliveredAt() {
        return deliveredAt;
    }

    AnswerForm deliveredForm() {
        return deliveredForm;
    }

    AnswerLanguage deliveredLanguage() {
        return deliveredLanguage;
    }

    /** Several in one column. */
    public static class Grounds extends CodesConverter<NarrowingGround> {
        public Grounds() {
            super(NarrowingGround.class);
        }
    }
}
