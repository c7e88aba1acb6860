package org.himaye.retention;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;

/** Keeps one case from being erased until another person lifts it. */
@Entity
@Table(name = "legal_hold")
public class LegalHold extends Row {

    @Column(name = "case_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Column(name = "case_number", updatable = false)
    @Confidential(OPERATIONAL)
    private String caseNumber;

    @Column(name = "institution_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID institutionId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private HoldReason reason;

    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private String reference;

    @Column(name = "lifted_at")
    @Confidential(OPERATIONAL)
    private Instant liftedAt;

    @Column(name = "lifted_by")
    @Confidential(OPERATIONAL)
    private UUID liftedBy;

    protected LegalHold() {}

    LegalHold(UUID id, Erasable of, HoldReason reason, String reference, UUID by, Instant at) {
        super(id, by, at);
        this.caseId = of.id();
        this.caseNumber = of.number();
        this.institutionId = of.institution();
        this.reason = reason;
        this.reference = reference;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    /**
     * @throws HoldNeedsAnother when she set it
     * @throws HoldLifted when it is over
     */
    void lift(UUID by, Instant at) {
        if (liftedAt != null) {
            throw new HoldLifted();
        }
        if (by.equals(createdBy())) {
            throw new HoldNeedsAnother();
        }
        liftedAt = at;
        liftedBy = by;
        touched(by, at);
    }

    UUID caseId() {
        return caseId;
    }
}
