package org.himaye.assessment;

import static org.himaye.confidentiality.DataClass.NARRATIVE;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;
import static org.himaye.confidentiality.DataClass.STATISTICAL;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;

/** The answer for one area. A note of a component stays NARRATIVE: clinical content belongs into the health record. */
@Entity
@Table(name = "need_item")
public class NeedItem extends Row {

    public static final int NOTE_LENGTH = 2000;

    @Column(name = "assessment_id")
    @Confidential(OPERATIONAL)
    private UUID assessmentId;

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private NeedArea area;

    /** Null while the talk is not finished. */
    @Enumerated(EnumType.STRING)
    @Column(name = "need_level")
    @Confidential(STATISTICAL)
    private NeedLevel level;

    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> note;

    protected NeedItem() {}

    NeedItem(UUID id, UUID assessmentId, UUID caseId, NeedArea area, UUID by, Instant at) {
        super(id, by, at);
        this.assessmentId = assessmentId;
        this.caseId = caseId;
        this.area = area;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    NeedArea area() {
        return area;
    }
}
