package org.himaye.disclosure;

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

/** One file that was made of a decision and taken out of the house: by whom, when, and the SHA-256 by which it is known again. */
@Entity
@Table(name = "disclosure_copy")
public class DisclosureCopy extends Row {

    @Column(name = "disclosure_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID disclosureId;

    @Column(name = "case_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private CopyKind kind;

    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private String sha256;

    protected DisclosureCopy() {}

    DisclosureCopy(Disclosure of, CopyKind kind, String sha256, UUID by, Instant at) {
        super(UUID.randomUUID(), by, at);
        this.disclosureId = of.id();
        this.caseId = of.caseId();
        this.kind = kind;
        this.sha256 = sha256;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }
}
