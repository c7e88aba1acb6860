package org.himaye.reimbursement;

import static org.himaye.confidentiality.DataClass.FINANCIAL;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.himaye.casefile.TransitionNotAllowed;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;

/** One payment of an approved request; their sum is the approved amount exactly (BR-062). Never deleted. */
@Entity
@Table(name = "reimbursement_instalment")
public class Instalment extends Row {

    @Column(name = "request_id")
    @Confidential(OPERATIONAL)
    private UUID requestId;

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Confidential(OPERATIONAL)
    private int number;

    @Confidential(FINANCIAL)
    private BigDecimal amount;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private InstalmentState state;

    @Column(name = "paid_on")
    @Confidential(FINANCIAL)
    private LocalDate paidOn;

    @Column(name = "bank_reference")
    @Convert(converter = SealedConverter.class)
    @Confidential(FINANCIAL)
    private Sealed<String> bankReference;

    @Column(name = "bank_fingerprint")
    @Confidential(FINANCIAL)
    private String bankFingerprint;

    /** Made by the payer's page: the same key again is the same payment (BR-063 d). */
    @Column(name = "idempotency_key")
    @Confidential(OPERATIONAL)
    private UUID idempotencyKey;

    protected Instalment() {}

    Instalment(ReimbursementRequest request, int number, BigDecimal amount, UUID by, Instant at) {
        super(UUID.randomUUID(), by, at);
        this.requestId = request.id();
        this.caseId = request.caseId();
        this.number = number;
        this.amount = amount;
        this.state = InstalmentState.SCHEDULED;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    /**
     * The bank has it: ordered and paid. The reference itself is written through the gate.
     *
     * @param mark equal for equal references, and made by nobody without the key: the database keeps it unique
     */
    void pay(LocalDate on, String mark, UUID key, UUID by, Instant at) {
        become(InstalmentState.ORDERED);
        become(InstalmentState.PAID);
        paidOn = on;
        bankFingerprint = mark;
        idempotencyKey = key;
        touched(by, at);
    }

    void cancel(UUID by, Instant at) {
        become(InstalmentState.CANCELLED);
        touched(by, at);
    }

    private void become(InstalmentState next) {
        if (!state.next().contains(next)) {
            throw new TransitionNotAllowed(state, next);
        }
        state = next;
    }

    boolean paidWith(UUID key) {
        return key.equals(idempotencyKey);
    }

    public InstalmentState state() {
        return state;
    }

    BigDecimal amount() {
        return amount;
    }
}
