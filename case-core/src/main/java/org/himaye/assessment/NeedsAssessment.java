package org.himaye.assessment;

import static org.himaye.confidentiality.DataClass.NARRATIVE;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;

/** One talk about needs: the head of thirteen {@link NeedItem}s, with the person's own view in her words. */
@Entity
@Table(name = "needs_assessment")
public class NeedsAssessment extends Row {

    public static final int VIEW_LENGTH = 4000;

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private NeedsAssessmentStatus status;

    /** What the person herself finds most important; stands beside the worker's answers, never corrected by them. */
    @Column(name = "own_view")
    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> ownView;

    @Column(name = "final_at")
    @Confidential(OPERATIONAL)
    private Instant finalAt;

    /** The last day on which a plan may be begun on this assessment. */
    @Column(name = "review_due")
    @Confidential(OPERATIONAL)
    private LocalDate reviewDue;

    protected NeedsAssessment() {}

    NeedsAssessment(UUID id, UUID caseId, UUID by, Instant at) {
        super(id, by, at);
        this.caseId = caseId;
        this.status = NeedsAssessmentStatus.DRAFT;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    /**
     * Somebody saves the draft: moves the version on, so that the answers below count as one record.
     *
     * @throws NeedsAlreadyFinal when it is a draft no more
     */
    void saved(UUID by, Instant at) {
        if (status != NeedsAssessmentStatus.DRAFT) {
            throw new NeedsAlreadyFinal();
        }
        touched(by, at);
    }

    void finish(LocalDate lastDay, UUID by, Instant at) {
        saved(by, at);
        status = NeedsAssessmentStatus.FINAL;
        finalAt = at;
        reviewDue = lastDay;
    }

    void supersede(UUID by, Instant at) {
        status = NeedsAssessmentStatus.SUPERSEDED;
        touched(by, at);
    }

    public NeedsAssessmentStatus status() {
        return status;
    }

    LocalDate reviewDue() {
        return reviewDue;
    }

    boolean belongsTo(UUID otherCase) {
        return caseId.equals(otherCase);
    }
}
