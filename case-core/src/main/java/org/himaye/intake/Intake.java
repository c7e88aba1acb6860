package org.himaye.intake;

import static org.himaye.confidentiality.DataClass.HEALTH;
import static org.himaye.confidentiality.DataClass.NARRATIVE;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.Confidential.Mask;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;

/** The first questions of safety and health, and when intake was complete; one a case, its id is the case's. */
@Entity
@Table(name = "intake")
public class Intake extends Row {

    public static final int TEXT_LENGTH = 2000;

    @Column(name = "immediate_danger")
    @Confidential(OPERATIONAL)
    private Boolean immediateDanger;

    @Column(name = "danger_text")
    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> dangerText;

    @Column(name = "urgent_health")
    @Confidential(value = HEALTH, mask = Mask.EXISTS)
    private Boolean urgentHealth;

    @Column(name = "urgent_health_text")
    @Convert(converter = SealedConverter.class)
    @Confidential(value = HEALTH, mask = Mask.EXISTS)
    private Sealed<String> urgentHealthText;

    @Column(name = "completed_at")
    @Confidential(OPERATIONAL)
    private Instant completedAt;

    protected Intake() {}

    Intake(UUID caseId, UUID by, Instant at) {
        super(caseId, by, at);
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(id());
    }

    void complete(UUID by, Instant at) {
        if (completedAt != null) {
            throw new IntakeComplete();
        }
        completedAt = at;
        touched(by, at);
    }
}
