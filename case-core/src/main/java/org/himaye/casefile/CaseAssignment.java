package org.himaye.casefile;

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

/** Somebody's function on a case from one instant to another; when it ends, access ends at once (BR-071). */
@Entity
@Table(name = "case_assignment")
public class CaseAssignment extends Row {

    public static final int REASON_LENGTH = 200;

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Column(name = "staff_sub")
    @Confidential(OPERATIONAL)
    private UUID staffSub;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private AssignmentFunction function;

    @Column(name = "assigned_from")
    @Confidential(OPERATIONAL)
    private Instant from;

    @Column(name = "assigned_until")
    @Confidential(OPERATIONAL)
    private Instant until;

    /** Code of the reason; never a free text, because it is shown to everyone who may see the case's state. */
    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    @Confidential(OPERATIONAL)
    private HandoverReason endReason;

    protected CaseAssignment() {}

    CaseAssignment(UUID caseId, UUID staffSub, AssignmentFunction function, UUID by, Instant at) {
        super(UUID.randomUUID(), by, at);
        this.caseId = caseId;
        this.staffSub = staffSub;
        this.function = function;
        this.from = at;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    void end(HandoverReason reason, UUID by, Instant at) {
        until = at;
        endReason = reason;
        touched(by, at);
    }

    public UUID caseId() {
        return caseId;
    }

    public AssignmentFunction function() {
        return function;
    }

    public UUID staffSub() {
        return staffSub;
    }
}
