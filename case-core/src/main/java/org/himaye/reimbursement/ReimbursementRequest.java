package org.himaye.reimbursement;

import static org.himaye.confidentiality.DataClass.FINANCIAL;
import static org.himaye.confidentiality.DataClass.IDENTITY;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.himaye.casefile.TransitionNotAllowed;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.PolicyFacts;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;

/**
 * A request for money: DRAFT, REQUESTED, UNDER_REVIEW, REVIEWED, APPROVED, PAID, with ways back (domain.md 2.8). Verbs check the
 * state and that requester, reviewer and approver are three people and the payer is neither requester nor approver (BR-060). What
 * was paid is never asked back here (BR-066). Payee and account are sealed under the person's key.
 */
@Entity
@Table(name = "reimbursement_request")
public class ReimbursementRequest extends Row {

    public static final int NAME_LENGTH = 120;

    @Confidential(OPERATIONAL)
    private String reference;

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Column(name = "person_id")
    @Confidential(OPERATIONAL)
    private UUID personId;

    @Enumerated(EnumType.STRING)
    @Confidential(FINANCIAL)
    private ReimbursementKind kind;

    /** Copied from the rule when the request is sent, for the index that keeps it single (BR-063). */
    @Column(name = "one_time")
    @Confidential(OPERATIONAL)
    private boolean oneTime;

    @Confidential(FINANCIAL)
    private BigDecimal amount;

    @Column(name = "budget_source_id")
    @Confidential(FINANCIAL)
    private UUID budgetSourceId;

    @Enumerated(EnumType.STRING)
    @Column(name = "payee_kind")
    @Confidential(FINANCIAL)
    private PayeeKind payeeKind;

    @Column(name = "payee_name")
    @Convert(converter = SealedConverter.class)
    @Confidential(IDENTITY)
    private Sealed<String> payeeName;

    @Enumerated(EnumType.STRING)
    @Confidential(FINANCIAL)
    private PaymentMethod method;

    @Convert(converter = SealedConverter.class)
    @Confidential(value = FINANCIAL, mask = Confidential.Mask.LAST_TWO)
    private Sealed<String> iban;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private ReimbursementState state;

    @Column(name = "requested_by")
    @Confidential(OPERATIONAL)
    private UUID requestedBy;

    @Column(name = "requested_at")
    @Confidential(OPERATIONAL)
    private Instant requestedAt;

    @Column(name = "reviewed_by")
    @Confidential(OPERATIONAL)
    private UUID reviewedBy;

    @Column(name = "reviewed_at")
    @Confidential(OPERATIONAL)
    private Instant reviewedAt;

    @Column(name = "approved_by")
    @Confidential(OPERATIONAL)
    private UUID approvedBy;

    @Column(name = "approved_at")
    @Confidential(OPERATIONAL)
    private Instant approvedAt;

    @Column(name = "paid_by")
    @Confidential(OPERATIONAL)
    private UUID paidBy;

    @Column(name = "paid_at")
    @Confidential(OPERATIONAL)
    private Instant paidAt;

    protected ReimbursementRequest() {}

    /** @param id made by the form, so that a double click makes one request */
    ReimbursementRequest(UUID id, RequestNumber reference, PolicyFacts facts, UUID by, Instant at) {
        super(id, by, at);
        this.reference = reference.text();
        this.caseId = facts.caseId();
        this.personId = facts.personId();
        this.state = ReimbursementState.DRAFT;
    }

    @Override
    public KeyOwner keyOwner() {
        // Of an erased person the payment stays under its number, and nothing sealed.
        return personId == null ? KeyOwner.caseFile(caseId) : KeyOwner.person(personId);
    }

    /**
     * Leaves the author's hands.
     *
     * @param once this kind is given once to a person
     */
    void request(boolean once, UUID by, Instant at) {
        become(ReimbursementState.REQUESTED, by, at);
        oneTime = once;
        requestedBy = by;
        requestedAt = at;
    }

    /** @throws SeparationOfDuties when the reviewer asked for it */
    void takeUp(UUID by, Instant at) {
        requireOther(by, requestedBy);
        become(ReimbursementState.UNDER_REVIEW, by, at);
    }

    void review(UUID by, Instant at) {
        requireOther(by, requestedBy);
        become(ReimbursementState.REVIEWED, by, at);
        reviewedBy = by;
        reviewedAt = at;
    }

    void sendBack(UUID by, Instant at) {
        requireOther(by, requestedBy);
        become(ReimbursementState.RETURNED, by, at);
    }

    /** By the reviewer, or by an approver who is neither requester nor reviewer. */
    void reject(UUID by, Instant at) {
        requireOther(by, requestedBy);
        requireOther(by, reviewedBy);
        become(ReimbursementState.REJECTED, by, at);
    }

    void approve(UUID by, Instant at) {
        requireOther(by, requestedBy);
        requireOther(by, reviewedBy);
        become(ReimbursementState.APPROVED, by, at);
        approvedBy = by;
        approvedAt = at;
    }

    /** The payer may be the reviewer, where staff is few. */
    void pay(UUID by, Instant at) {
        requireOther(by, requestedBy);
        requireOther(by, approvedBy);
        become(ReimbursementState.PAID, by, at);
        paidBy = by;
        paidAt = at;
    }

    void cancel(UUID by, Instant at) {
        become(ReimbursementState.CANCELLED, by, at);
    }

    /** True when BR-060 lets this person not take the step. */
    boolean bars(UUID person, ReimbursementStep step) {
        return switch (step) {
            case REVIEW, RETURN -> person.equals(requestedBy);
            case APPROVE, REJECT -> person.equals(requestedBy) || person.equals(reviewedBy);
            case PAY -> person.equals(requestedBy) || person.equals(approvedBy);
            case REQUEST, CANCEL -> false;
        };
    }

    private static void requireOther(UUID by, UUID former) {
        if (Objects.equals(by, former)) {
            throw new SeparationOfDuties();
        }
    }

    private void become(ReimbursementState next, UUID by, Instant at) {
        if (!state.next().contains(next)) {
            throw new TransitionNotAllowed(state, next);
        }
        state = next;
        touched(by, at);
    }

    public RequestNumber reference() {
        return new RequestNumber(reference);
    }

    public UUID caseId() {
        return caseId;
    }

    public UUID personId() {
        return personId;
    }

    public ReimbursementState state() {
        return state;
    }

    ReimbursementKind kind() {
        return kind;
    }

    BigDecimal amount() {
        return amount;
    }

    UUID budgetSourceId() {
        return budgetSourceId;
    }

    PaymentMethod method() {
        return method;
    }

    boolean hasPayeeName() {
        return payeeName != null;
    }

    boolean hasIban() {
        return iban != null;
    }

    Instant approvedAt() {
        return approvedAt;
    }
}
