package org.himaye.confidentiality;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What every entity has (domain.md 3.3): an id made by the application, because ciphertext is bound to it before the row exists,
 * who made and last changed it, and the version that guards against two people saving the same record.
 */
@MappedSuperclass
public abstract class Row {

    @Id
    @Confidential(DataClass.OPERATIONAL)
    private UUID id;

    @Version
    @Confidential(DataClass.OPERATIONAL)
    private int version;

    @Column(name = "created_at", updatable = false)
    @Confidential(DataClass.OPERATIONAL)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    @Confidential(DataClass.OPERATIONAL)
    private UUID createdBy;

    @Column(name = "updated_at")
    @Confidential(DataClass.OPERATIONAL)
    private Instant updatedAt;

    @Column(name = "updated_by")
    @Confidential(DataClass.OPERATIONAL)
    private UUID updatedBy;

    /** For the persistence provider. */
    protected Row() {}

    /**
     * @param id made by the form that creates the row, so that a double click makes one row
     * @param by subject of the caller
     */
    protected Row(UUID id, UUID by, Instant at) {
        this.id = Objects.requireNonNull(id, "a row has an id before it is sealed");
        this.createdBy = Objects.requireNonNull(by, "somebody makes a row");
        this.createdAt = Objects.requireNonNull(at, "a row has a time");
        this.updatedBy = by;
        this.updatedAt = at;
    }

    /** The key under which this row's sealed attributes stand. */
    public abstract KeyOwner keyOwner();

    /** Called by every verb that changes the row. */
    protected void touched(UUID by, Instant at) {
        this.updatedBy = by;
        this.updatedAt = at;
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public UUID createdBy() {
        return createdBy;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public UUID updatedBy() {
        return updatedBy;
    }
}
