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
import java.time.LocalDate;
import java.util.UUID;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;

/** Who does what until when, for one goal. */
@Entity
@Table(name = "plan_action")
public class PlanAction extends Row {

    public static final int TEXT_LENGTH = 1000;

    public static final int NAME_LENGTH = 120;

    @Column(name = "plan_id")
    @Confidential(OPERATIONAL)
    private UUID planId;

    @Column(name = "goal_id")
    @Confidential(OPERATIONAL)
    private UUID goalId;

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Confidential(OPERATIONAL)
    private int position;

    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> what;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private Responsible responsible;

    @Column(name = "responsible_name")
    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> responsibleName;

    @Confidential(OPERATIONAL)
    private LocalDate due;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private ActionState state;

    /** Taken out of the draft again; nothing is ever deleted. */
    @Column(name = "removed_at")
    @Confidential(OPERATIONAL)
    private Instant removedAt;

    protected PlanAction() {}

    PlanAction(UUID id, UUID planId, UUID goalId, UUID caseId, UUID by, Instant at) {
        super(id, by, at);
        this.planId = planId;
        this.goalId = goalId;
        this.caseId = caseId;
        this.state = ActionState.PLANNED;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    void remove(UUID by, Instant at) {
        removedAt = at;
        touched(by, at);
    }

    UUID goalId() {
        return goalId;
    }

    int position() {
        return position;
    }

    boolean removed() {
        return removedAt != null;
    }
}
