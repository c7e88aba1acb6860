package org.himaye.casefile;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;
import static org.himaye.confidentiality.DataClass.STATISTICAL;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;

/**
 * One step of a state machine of domain.md 2, kept for ever: from, to, event, by whom, when, and the reason's code. States and reasons have the
 * widest class that is written here; who reads one step follows its {@link StepKind}.
 */
@Entity
@Table(name = "status_change")
public class StatusChange extends Row {

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    /** Table of what changed, for example {@code rehabilitation_plan}. */
    @Confidential(OPERATIONAL)
    private String entity;

    @Column(name = "entity_id")
    @Confidential(OPERATIONAL)
    private UUID entityId;

    @Column(name = "from_status")
    @Confidential(STATISTICAL)
    private String fromStatus;

    @Column(name = "to_status")
    @Confidential(STATISTICAL)
    private String toStatus;

    @Column(name = "reason_code")
    @Confidential(STATISTICAL)
    private String reasonCode;

    protected StatusChange() {}

    StatusChange(
            UUID caseId, String entity, UUID entityId, Enum<?> from, Enum<?> to, Enum<?> reason, UUID by, Instant at) {
        super(UUID.randomUUID(), by, at);
        this.caseId = caseId;
        this.entity = entity;
        this.entityId = entityId;
        this.fromStatus = from == null ? null : from.name();
        this.toStatus = to.name();
        this.reasonCode = reason == null ? null : reason.name();
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }
}
