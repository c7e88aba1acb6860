package org.himaye.reimbursement;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Role;
import org.himaye.confidentiality.Row;

/** Who took which step in which job, when and why. Kept for ever. */
@Entity
@Table(name = "reimbursement_decision")
public class ReimbursementDecision extends Row {

    @Column(name = "request_id")
    @Confidential(OPERATIONAL)
    private UUID requestId;

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private ReimbursementStep step;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private Role role;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private ReimbursementReason reason;

    protected ReimbursementDecision() {}

    ReimbursementDecision(
            ReimbursementRequest request, ReimbursementStep step, ReimbursementReason reason, Caller by, Instant at) {
        super(UUID.randomUUID(), by.sub(), at);
        this.requestId = request.id();
        this.caseId = request.caseId();
        this.step = step;
        this.role = by.role();
        this.reason = reason;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }
}
