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

/** Something that is due on a case, until it is met. */
@Entity
@Table(name = "case_deadline")
public class Deadline extends Row {

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private DeadlineKind kind;

    @Column(name = "due_at")
    @Confidential(OPERATIONAL)
    private Instant dueAt;

    @Column(name = "met_at")
    @Confidential(OPERATIONAL)
    private Instant metAt;

    protected Deadline() {}

    Deadline(UUID caseId, DeadlineKind kind, Instant dueAt, UUID by, Instant at) {
        super(UUID.randomUUID(), by, at);
        this.caseId = caseId;
        this.kind = kind;
        this.dueAt = dueAt;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    void met(UUID by, Instant at) {
        metAt = at;
        touched(by, at);
    }

    public DeadlineKind kind() {
        return kind;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public boolean open() {
        return metAt == null;
    }
}
