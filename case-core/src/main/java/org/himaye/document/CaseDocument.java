package org.himaye.document;

import static org.himaye.confidentiality.DataClass.FINANCIAL;
import static org.himaye.confidentiality.DataClass.HEALTH;
import static org.himaye.confidentiality.DataClass.IDENTITY;
import static org.himaye.confidentiality.DataClass.LEGAL_INVESTIGATION;
import static org.himaye.confidentiality.DataClass.NARRATIVE;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;
import static org.himaye.confidentiality.DataClass.PRIVILEGED;
import static org.himaye.confidentiality.DataClass.PROTECTED_PERSON;
import static org.himaye.confidentiality.DataClass.SECURITY_MEASURE;
import static org.himaye.confidentiality.DataClass.THERAPY;

import jakarta.persistence.Column;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.ContentKey;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;

/**
 * One paper. Its title stands in the attribute of its class and the others are empty; whoever reads the title whole may open the
 * content, which stands in chunks of its own, sealed under a key of its own.
 */
@Entity
@Table(name = CaseDocument.TABLE)
@SqlResultSetMapping(
        name = CaseDocument.WITH_PLACE,
        entities = @EntityResult(entityClass = CaseDocument.class),
        columns = {
            @ColumnResult(name = "display_name", type = String.class),
            @ColumnResult(name = "original_kind", type = String.class)
        })
public class CaseDocument extends Row {

    static final String TABLE = "case_document";

    /** A result of this row, {@code display_name} of who uploaded it, and the kind of the original of a redacted copy. */
    static final String WITH_PLACE = "CaseDocument.withPlace";

    static final String KEY = "contentKey";

    public static final int TITLE_LENGTH = 120;

    private static final Map<DataClass, String> TITLES = new EnumMap<>(Map.of(
            IDENTITY, "identityTitle",
            PROTECTED_PERSON, "protectedTitle",
            SECURITY_MEASURE, "securityTitle",
            HEALTH, "healthTitle",
            THERAPY, "therapyTitle",
            LEGAL_INVESTIGATION, "legalTitle",
            PRIVILEGED, "privilegedTitle",
            FINANCIAL, "financialTitle",
            NARRATIVE, "narrativeTitle"));

    @Column(name = "case_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private DocumentKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "data_class", updatable = false)
    @Confidential(OPERATIONAL)
    private DataClass dataClass;

    @Enumerated(EnumType.STRING)
    @Column(name = "content_type", updatable = false)
    @Confidential(OPERATIONAL)
    private DocumentType contentType;

    /** In bytes, as it is kept. */
    @Column(name = "content_size", updatable = false)
    @Confidential(OPERATIONAL)
    private int contentSize;

    @Enumerated(EnumType.STRING)
    @Column(name = "virus_state", updatable = false)
    @Confidential(OPERATIONAL)
    private VirusState virusState;

    @Column(name = "identity_title", updatable = false)
    @Convert(converter = SealedConverter.class)
    @Confidential(IDENTITY)
    private Sealed<String> identityTitle;

    @Column(name = "protected_title", updatable = false)
    @Convert(converter = SealedConverter.class)
    @Confidential(PROTECTED_PERSON)
    private Sealed<String> protectedTitle;

    @Column(name = "security_title", updatable = false)
    @Convert(converter = SealedConverter.class)
    @Confidential(SECURITY_MEASURE)
    private Sealed<String> securityTitle;

    @Column(name = "health_title", updatable = false)
    @Convert(converter = SealedConverter.class)
    @Confidential(HEALTH)
    private Sealed<String> healthTitle;

    @Column(name = "therapy_title", updatable = false)
    @Convert(converter = SealedConverter.class)
    @Confidential(THERAPY)
    private Sealed<String> therapyTitle;

    @Column(name = "legal_title", updatable = false)
    @Convert(converter = SealedConverter.class)
    @Confidential(LEGAL_INVESTIGATION)
    private Sealed<String> legalTitle;

    @Column(name = "privileged_title", updatable = false)
    @Convert(converter = SealedConverter.class)
    @Confidential(PRIVILEGED)
    private Sealed<String> privilegedTitle;

    @Column(name = "financial_title", updatable = false)
    @Convert(converter = SealedConverter.class)
    @Confidential(FINANCIAL)
    private Sealed<String> financialTitle;

    @Column(name = "narrative_title", updatable = false)
    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> narrativeTitle;

    /** No page can show it: only the gate opens a content with it, after the title's class was decided. */
    @Column(name = "content_key", updatable = false)
    @Convert(converter = SealedConverter.class)
    @Confidential(OPERATIONAL)
    private Sealed<ContentKey> contentKey;

    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private UUID redacts;

    @Column(name = "withdrawn_at")
    @Confidential(OPERATIONAL)
    private Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    @Confidential(OPERATIONAL)
    private UUID withdrawnBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "withdrawal_reason")
    @Confidential(OPERATIONAL)
    private DocumentWithdrawal withdrawalReason;

    protected CaseDocument() {}

    CaseDocument(UUID id, UUID caseId, DocumentKind kind, DataClass dataClass, UUID by, Instant at) {
        super(id, by, at);
        this.caseId = caseId;
        this.kind = kind;
        this.dataClass = dataClass;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    /** Name of the attribute that holds the title of a document of this class. */
    static String title(DataClass dataClass) {
        return TITLES.get(dataClass);
    }

    /** Classes that a document can have. */
    static Set<DataClass> classes() {
        return TITLES.keySet();
    }

    /** As the policy names it. */
    static String fullName(DataClass dataClass) {
        return TABLE + "." + title(dataClass);
    }

    void holds(DocumentType type, int bytes, VirusState viruses) {
        contentType = type;
        contentSize = bytes;
        virusState = viruses;
    }

    void redacts(CaseDocument original) {
        redacts = original.id();
    }

    /**
     * It counts no more, and stays as it is.
     *
     * @throws DocumentWithdrawnAlready when it was withdrawn before
     */
    void withdraw(DocumentWithdrawal reason, UUID by, Instant at) {
        if (withdrawnAt != null) {
            throw new DocumentWithdrawnAlready();
        }
        withdrawnAt = at;
        withdrawnBy = by;
        withdrawalReason = reason;
        touched(by, at);
    }

    boolean belongsTo(UUID otherCase) {
        return caseId.equals(otherCase);
    }

    DocumentKind kind() {
        return kind;
    }

    DataClass dataClass() {
        return dataClass;
    }

    DocumentType contentType() {
        return contentType;
    }

    int contentSize() {
        return contentSize;
    }

    VirusState virusState() {
        return virusState;
    }

    UUID redacts() {
        return redacts;
    }

    Instant withdrawnAt() {
        return withdrawnAt;
    }

    DocumentWithdrawal withdrawalReason() {
        return withdrawalReason;
    }
}
