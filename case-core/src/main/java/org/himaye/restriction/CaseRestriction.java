package org.himaye.restriction;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;

/** One restriction of one case. What was entered never changes; the database checks by itself that two persons are two. */
@Entity
@Table(name = "case_restriction")
public class CaseRestriction extends Row {

    @Column(name = "case_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID caseId;

    /** For whoever keeps restrictions and does not meet the case. */
    @Column(name = "case_number", updatable = false)
    @Confidential(OPERATIONAL)
    private String caseNumber;

    @Column(name = "institution_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID institutionId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private RestrictionKind kind;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private RestrictionReason reason;

    @Column(name = "order_number", updatable = false)
    @Confidential(OPERATIONAL)
    private String orderNumber;

    @Column(name = "order_date", updatable = false)
    @Confidential(OPERATIONAL)
    private LocalDate orderDate;

    @Column(name = "ends_on", updatable = false)
    @Confidential(OPERATIONAL)
    private LocalDate endsOn;

    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private UUID[] persons;

    @Column(name = "in_force_at")
    @Confidential(OPERATIONAL)
    private Instant inForceAt;

    @Column(name = "confirmed_by")
    @Confidential(OPERATIONAL)
    private UUID confirmedBy;

    @Column(name = "lift_asked_at")
    @Confidential(OPERATIONAL)
    private Instant liftAskedAt;

    @Column(name = "lift_asked_by")
    @Confidential(OPERATIONAL)
    private UUID liftAskedBy;

    @Column(name = "lifted_at")
    @Confidential(OPERATIONAL)
    private Instant liftedAt;

    @Column(name = "lifted_by")
    @Confidential(OPERATIONAL)
    private UUID liftedBy;

    protected CaseRestriction() {}

    /** A seal and a bar hold from now on, an order from its confirmation. */
    CaseRestriction(
            UUID id,
            UUID caseId,
            String caseNumber,
            UUID institutionId,
            RestrictionRequest asked,
            UUID by,
            Instant at) {
        super(id, by, at);
        this.caseId = caseId;
        this.caseNumber = caseNumber;
        this.institutionId = institutionId;
        this.kind = asked.kind();
        this.reason = asked.reason();
        this.orderNumber = asked.orderNumber();
        this.orderDate = asked.orderDate();
        this.endsOn = asked.endsOn();
        this.persons = asked.persons().toArray(UUID[]::new);
        this.inForceAt = kind == RestrictionKind.SUSPENDED ? null : at;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    /**
     * Another person has the order before her, too: it holds.
     *
     * @throws AnotherPersonNeeded when she entered it
     * @throws AlreadyInForce when it holds already
     * @throws AlreadyLifted when it is over
     */
    void confirm(UUID by, Instant at) {
        requireOpen();
        if (inForceAt != null) {
            throw new AlreadyInForce();
        }
        if (by.equals(createdBy())) {
            throw new AnotherPersonNeeded();
        }
        inForceAt = at;
        confirmedBy = by;
        touched(by, at);
    }

    /**
     * Lifts it, or asks another person to: two lift what holds, and of a seal or a bar the privacy officer alone.
     *
     * @throws AnotherPersonNeeded when the same person asked before
     * @throws AlreadyLifted when it is over
     */
    void lift(UUID by, boolean privacyOfficer, Instant at) {
        requireOpen();
        switch (end(by, privacyOfficer)) {
            case ASK_LIFT -> {
                liftAskedBy = by;
                liftAskedAt = at;
            }
            case WITHDRAW, LIFT -> {
                liftedBy = by;
                liftedAt = at;
            }
            case null, default -> throw new AnotherPersonNeeded();
        }
        touched(by, at);
    }

    /** What this person can do to end it; null when it is another one's turn. */
    RestrictionStep end(UUID by, boolean privacyOfficer) {
        if (inForceAt == null) {
            return RestrictionStep.WITHDRAW;
        }
        if (by.equals(liftAskedBy)) {
            return null;
        }
        boolean alone = privacyOfficer && kind != RestrictionKind.SUSPENDED;
        return alone || liftAskedBy != null ? RestrictionStep.LIFT : RestrictionStep.ASK_LIFT;
    }

    boolean awaits(UUID by) {
        return inForceAt == null && liftedAt == null && !by.equals(createdBy());
    }

    private void requireOpen() {
        if (liftedAt != null) {
            throw new AlreadyLifted();
        }
    }

    UUID caseId() {
        return caseId;
    }

    String caseNumber() {
        return caseNumber;
    }

    RestrictionKind kind() {
        return kind;
    }

    RestrictionReason reason() {
        return reason;
    }

    String orderNumber() {
        return orderNumber;
    }

    LocalDate orderDate() {
        return orderDate;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    UUID[] persons() {
        return persons.clone();
    }

    Instant inForceAt() {
        return inForceAt;
    }

    UUID liftAskedBy() {
        return liftAskedBy;
    }

    Instant liftedAt() {
        return liftedAt;
    }
}
