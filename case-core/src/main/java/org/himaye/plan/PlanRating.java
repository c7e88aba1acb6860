package org.himaye.plan;

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

/** One rating of one goal, kept for ever; the newest also stands on the goal. Who and when stand in the row's own columns. */
@Entity
@Table(name = "plan_rating")
public class PlanRating extends Row {

    public static final int NOTE_LENGTH = 1000;

    @Column(name = "plan_id")
    @Confidential(OPERATIONAL)
    private UUID planId;

    @Column(name = "goal_id")
    @Confidential(OPERATIONAL)
    private UUID goalId;

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private GoalRating rating;

    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> note;

    protected PlanRating() {}

    PlanRating(UUID planId, UUID goalId, UUID caseId, UUID by, Instant at) {
        super(UUID.randomUUID(), by, at);
        this.planId = planId;
        this.goalId = goalId;
        this.caseId = caseId;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    UUID goalId() {
        return goalId;
    }
}
