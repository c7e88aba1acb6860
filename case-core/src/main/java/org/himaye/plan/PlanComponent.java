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

/** How a version addresses one of the seven components. */
@Entity
@Table(name = "plan_component")
public class PlanComponent extends Row {

    public static final int REASON_LENGTH = 1000;

    @Column(name = "plan_id")
    @Confidential(OPERATIONAL)
    private UUID planId;

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private NeedArea component;

    /** Null while nothing is decided. */
    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private PlanDecision decision;

    /** When the person declined, or when it was agreed that nothing is needed. */
    @Column(name = "decided_on")
    @Confidential(OPERATIONAL)
    private LocalDate decidedOn;

    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> reason;

    protected PlanComponent() {}

    PlanComponent(UUID id, UUID planId, UUID caseId, NeedArea component, UUID by, Instant at) {
        super(id, by, at);
        this.planId = planId;
        this.caseId = caseId;
        this.component = component;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    PlanDecision decision() {
        return decision;
    }

    NeedArea component() {
        return component;
    }
}
