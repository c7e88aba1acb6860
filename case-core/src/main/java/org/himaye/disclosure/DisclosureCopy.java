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
import org.himaye.document.DocumentKind;

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

    /** Of a paper. */
    @Column(name = "document_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID documentId;

    @Enumerated(EnumType.STRING)
    @Column(name = "document_kind", updatable = false)
    @Confidential(OPERATIONAL)
    private DocumentKind documentKind;

    protected DisclosureCopy() {}

    DisclosureCopy(Disclosure of, CopyKind kind, String sha256, UUID by, Instant at) {
        super(UUID.randomUUID(), by, at);
        this.disclosureId = of.id();
        this.caseId = of.caseId();
        this.kind = kind;
        this.sha256 = sha256;
    }

    DisclosureCopy(Disclosure of, UUID document, DocumentKind sort, String sha256, UUID by, Instant at) {
        this(of, CopyKind.PAPER, sha256, by, at);
        this.documentId = document;
        this.documentKind = sort;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    CopyKind kind() {
        return kind;
    }

    /** @return null but for a paper */
    UUID documentId() {
        return documentId;
    }
}
