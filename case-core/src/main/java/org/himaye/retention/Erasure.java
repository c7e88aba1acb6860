package org.himaye.retention;

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

/** A proposal to erase a case or a referral, until two people have said yes or one took it back. The database writes that it was done. */
@Entity
@Table(name = "erasure")
public class Erasure extends Row {

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private ErasureSubject subject;

    @Column(name = "subject_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID subjectId;

    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private String number;

    @Column(name = "institution_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID institutionId;

    /** Leaves with what is erased. */
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private String pseudonym;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private RetentionRule rule;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private ErasureReason reason;

    @Column(name = "due_on", updatable = false)
    @Confidential(OPERATIONAL)
    private LocalDate dueOn;

    @Column(name = "privacy_by")
    @Confidential(OPERATIONAL)
    private UUID privacyBy;

    @Column(name = "privacy_at")
    @Confidential(OPERATIONAL)
    private Instant privacyAt;

    @Column(name = "supervisor_by")
    @Confidential(OPERATIONAL)
    private UUID supervisorBy;

    @Column(name = "supervisor_at")
    @Confidential(OPERATIONAL)
    private Instant supervisorAt;

    @Column(name = "withdrawn_by")
    @Confidential(OPERATIONAL)
    private UUID withdrawnBy;

    @Column(name = "withdrawn_at")
    @Confidential(OPERATIONAL)
    private Instant withdrawnAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "withdrawn_reason")
    @Confidential(OPERATIONAL)
    private WithdrawalReason withdrawnReason;

    @Column(name = "executed_at", insertable = false, updatable = false)
    @Confidential(OPERATIONAL)
    private Instant executedAt;

    protected Erasure() {}

    /** @param reason of one that the person asked for, else null */
    Erasure(UUID id, Erasable what, RetentionRule rule, ErasureReason reason, LocalDate dueOn, UUID by, Instant at) {
        super(id, by, at);
        this.subject = what.subject();
        this.subjectId = what.id();
        this.number = what.number();
        this.institutionId = what.institution();
        this.pseudonym = what.pseudonym();
        this.rule = rule;
        this.reason = reason;
        this.dueOn = dueOn;
    }

    @Override
    public KeyOwner keyOwner() {
        return subject == ErasureSubject.CASE ? KeyOwner.caseFile(subjectId) : KeyOwner.referral(subjectId);
    }

    /**
     * One of the two says yes.
     *
     * @return true when both have
     * @throws ErasureNeedsAnother when it is another person's or another job's turn
     * @throws ErasureOver when there is nothing to say any more
     */
    boolean confirm(UUID by, boolean privacyOfficer, Instant at) {
        requireOpen();
        if ((privacyOfficer ? privacyBy : supervisorBy) != null || by.equals(privacyBy) || by.equals(supervisorBy)) {
            throw new ErasureNeedsAnother();
        }
        if (privacyOfficer) {
            privacyBy = by;
            privacyAt = at;
        } else {
            supervisorBy = by;
            supervisorAt = at;
        }
        touched(by, at);
        return privacyBy != null && supervisorBy != null;
    }

    /** @throws ErasureOver when there is nothing to take back any more */
    void withdraw(WithdrawalReason why, UUID by, Instant at) {
        requireOpen();
        withdrawnReason = why;
        withdrawnBy = by;
        withdrawnAt = at;
        touched(by, at);
    }

    private void requireOpen() {
        if (withdrawnAt != null || executedAt != null) {
            throw new ErasureOver();
        }
    }

    /** The case, or the referral that became none. */
    UUID subjectId() {
        return subjectId;
    }

    String number() {
        return number;
    }

    RetentionRule rule() {
        return rule;
    }
}
