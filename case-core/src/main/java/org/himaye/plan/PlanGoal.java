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
import java.time.LocalDate;
import java.util.UUID;
import org.himaye.assessment.NeedArea;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;

/** What shall be reached in one component, and how one will see it. */
@Entity
@Table(name = "plan_goal")
public class PlanGoal extends Row {

    public static final int TEXT_LENGTH = 1000;

    @Column(name = "plan_id")
    @Confidential(OPERATIONAL)
    private UUID planId;

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private NeedArea component;

    @Confidential(OPERATIONAL)
    private int position;

    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> aim;

    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> indicator;

    @Column(name = "target_date")
    @Confidential(OPERATIONAL)
    private LocalDate targetDate;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private GoalState state;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private GoalRating rating;

    @Column(name = "rated_at")
    @Confidential(OPERATIONAL)
    private Instant ratedAt;

    /** Taken out of the draft again; nothing is ever deleted. */
    @Column(name = "removed_at")
    @Confidential(OPERATIONAL)
    private Instant removedAt;

    protected PlanGoal() {}

    PlanGoal(UUID id, UUID planId, UUID caseId, NeedArea component, UUID by, Instant at) {
        super(id, by, at);
        this.planId = planId;
        this.caseId = caseId;
        this.component = component;
        this.state = GoalState.OPEN;
        this.rating = GoalRating.NOT_STARTED;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    void remove(UUID by, Instant at) {
        removedAt = at;
        touched(by, at);
    }

    /** The state follows the rating that was just written through the gate. */
    void rated(GoalRating now, UUID by, Instant at) {
        if (state == GoalState.CANCELLED_BY_VICTIM) {
            throw new PlanNotInForce();
        }
        state = now.end() ? GoalState.ENDED : GoalState.OPEN;
        ratedAt = at;
        touched(by, at);
    }

    NeedArea component() {
        return component;
    }

    int position() {
        return position;
    }

    boolean removed() {
        return removedAt != null;
    }

    boolean belongsTo(UUID otherPlan) {
        return planId.equals(otherPlan);
    }
}
