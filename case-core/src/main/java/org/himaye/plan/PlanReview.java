package org.himaye.plan;

import static org.himaye.confidentiality.DataClass.NARRATIVE;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

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

/** A supervisor's word on a submitted version. Who and when stand in the row's own columns. */
@Entity
@Table(name = "plan_review")
public class PlanReview extends Row {

    public static final int COMMENT_LENGTH = 4000;

    @Column(name = "plan_id")
    @Confidential(OPERATIONAL)
    private UUID planId;

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private ReviewOutcome outcome;

    @Column(name = "review_comment")
    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> comment;

    protected PlanReview() {}

    PlanReview(UUID planId, UUID caseId, ReviewOutcome outcome, UUID by, Instant at) {
        super(UUID.randomUUID(), by, at);
        this.planId = planId;
        this.caseId = caseId;
        this.outcome = outcome;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }
}
