package org.himaye.casefile;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;
import static org.himaye.confidentiality.DataClass.STATISTICAL;

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

/**
 * One person's case in one institution: INTAKE, then ACTIVE, SUSPENDED and back, FOLLOW_UP, CLOSED. Verbs check the transition;
 * each is written to the history by {@link CaseFiles}.
 */
@Entity
@Table(name = "case_file")
public class CaseFile extends Row {

    @Column(name = "case_number")
    @Confidential(OPERATIONAL)
    private String caseNumber;

    @Column(name = "person_id")
    @Confidential(OPERATIONAL)
    private UUID personId;

    @Column(name = "institution_id")
    @Confidential(OPERATIONAL)
    private UUID institutionId;

    @Column(name = "referral_id")
    @Confidential(OPERATIONAL)
    private UUID referralId;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private CaseStatus status;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private Urgency urgency;

    /** Served under the pseudonym alone; identity stays empty and is not asked for (BR-041). */
    @Column(name = "anonymous_mode")
    @Confidential(OPERATIONAL)
    private boolean anonymousMode;

    @Column(name = "opened_at")
    @Confidential(OPERATIONAL)
    private Instant openedAt;

    /** Earliest deadline not met, kept by {@link Deadlines} for the list's order; null when none runs. */
    @Column(name = "next_due_at")
    @Confidential(OPERATIONAL)
    private Instant nextDueAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "identification_status")
    @Confidential(STATISTICAL)
    private IdentificationStatus identificationStatus;

    protected CaseFile() {}

    CaseFile(
            UUID id,
            CaseNumber number,
            UUID personId,
            UUID institutionId,
            UUID referralId,
            Urgency urgency,
            UUID by,
            Instant at) {
        super(id, by, at);
        this.caseNumber = number.text();
        this.personId = personId;
        this.institutionId = institutionId;
        this.referralId = referralId;
        this.urgency = urgency;
        this.status = CaseStatus.INTAKE;
        this.openedAt = at;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(id());
    }

    /** @throws TransitionNotAllowed when domain.md 2.3 has no such step */
    void become(CaseStatus next, UUID by, Instant at) {
        if (!status.next().contains(next)) {
            throw new TransitionNotAllowed(status, next);
        }
        status = next;
        touched(by, at);
    }

    /** The person chose to be served without a name (BR-041), or later gave it. */
    void anonymous(boolean chosen, UUID by, Instant at) {
        anonymousMode = chosen;
        touched(by, at);
    }

    /** @throws TransitionNotAllowed when domain.md 2.1 has no such step */
    void identification(IdentificationStatus next, UUID by, Instant at) {
        if (identificationStatus != next && !IdentificationStatus.mayBecome(identificationStatus, next)) {
            throw new TransitionNotAllowed(identificationStatus, next);
        }
        identificationStatus = next;
        touched(by, at);
    }

    void nextDue(Instant earliest) {
        nextDueAt = earliest;
    }

    /** The accepted referral, or null for a walk-in. */
    public UUID referralId() {
        return referralId;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public UUID personId() {
        return personId;
    }

    public UUID institutionId() {
        return institutionId;
    }

    public CaseStatus status() {
        return status;
    }

    public IdentificationStatus identificationStatus() {
        return identificationStatus;
    }

    public boolean anonymousMode() {
        return anonymousMode;
    }
}
