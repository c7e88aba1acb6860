package org.himaye.note;

import static org.himaye.confidentiality.DataClass.HEALTH;
import static org.himaye.confidentiality.DataClass.NARRATIVE;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;
import static org.himaye.confidentiality.DataClass.PRIVILEGED;
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
import java.util.UUID;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;

/**
 * One note, written once: its text stands in the attribute of its sort's class and the others are empty. A correction is a further note
 * that names the one it corrects.
 */
@Entity
@Table(name = CaseNote.TABLE)
@SqlResultSetMapping(
        name = CaseNote.WITH_PLACE,
        entities = @EntityResult(entityClass = CaseNote.class),
        columns = {
            @ColumnResult(name = "display_name", type = String.class),
            @ColumnResult(name = "corrected_at", type = Instant.class),
            @ColumnResult(name = "former_at", type = Instant.class)
        })
public class CaseNote extends Row {

    static final String TABLE = "case_note";

    /** Name of the attribute that a health note has besides its text. */
    static final String SUMMARY = "healthSummary";

    /** A result of this row, {@code display_name} of its author, when it was corrected and when what it corrects was written. */
    static final String WITH_PLACE = "CaseNote.withPlace";

    public static final int TEXT_LENGTH = 10_000;
    public static final int SUMMARY_LENGTH = 500;

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private NoteSort sort;

    /** Empty for the person's own words. */
    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private NoteKind kind;

    @Column(name = "narrative_text")
    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> narrativeText;

    @Column(name = "health_text")
    @Convert(converter = SealedConverter.class)
    @Confidential(HEALTH)
    private Sealed<String> healthText;

    /** What the caseworker must know of it, for example what to look out for at night. */
    @Column(name = "health_summary")
    @Convert(converter = SealedConverter.class)
    @Confidential(HEALTH)
    private Sealed<String> healthSummary;

    @Column(name = "therapy_text")
    @Convert(converter = SealedConverter.class)
    @Confidential(THERAPY)
    private Sealed<String> therapyText;

    @Column(name = "privileged_text")
    @Convert(converter = SealedConverter.class)
    @Confidential(PRIVILEGED)
    private Sealed<String> privilegedText;

    @Confidential(OPERATIONAL)
    private UUID corrects;

    @Enumerated(EnumType.STRING)
    @Column(name = "correction_reason")
    @Confidential(OPERATIONAL)
    private CorrectionReason correctionReason;

    @Column(name = "about_note")
    @Confidential(OPERATIONAL)
    private UUID aboutNote;

    @Column(name = "about_attribute")
    @Confidential(OPERATIONAL)
    private String aboutAttribute;

    protected CaseNote() {}

    CaseNote(UUID id, UUID caseId, NoteSort sort, NoteKind kind, UUID by, Instant at) {
        super(id, by, at);
        this.caseId = caseId;
        this.sort = sort;
        this.kind = kind;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    /** Stands where the former one stands. */
    void corrects(CaseNote former, CorrectionReason reason) {
        corrects = former.id();
        correctionReason = reason;
        aboutNote = former.aboutNote;
        aboutAttribute = former.aboutAttribute;
    }

    void standsBeside(UUID note) {
        aboutNote = note;
    }

    void standsBeside(String attribute) {
        aboutAttribute = attribute;
    }

    boolean belongsTo(UUID otherCase) {
        return caseId.equals(otherCase);
    }

    NoteSort sort() {
        return sort;
    }

    NoteKind kind() {
        return kind;
    }

    UUID corrects() {
        return corrects;
    }

    CorrectionReason correctionReason() {
        return correctionReason;
    }

    UUID aboutNote() {
        return aboutNote;
    }

    String aboutAttribute() {
        return aboutAttribute;
    }
}
