package org.himaye.identification;

import static org.himaye.confidentiality.DataClass.LEGAL_INVESTIGATION;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.Confidential.Mask;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;
import org.himaye.shared.BusinessClock;

/**
 * The official side of a case's identification (domain.md 2.1, 3.3.6); one a case, its id is the case's. Begins with reasonable
 * grounds and the reflection period, is notified, and ends with the special unit's decision. The state itself stands on the case.
 */
@Entity
@Table(name = "identification")
public class Identification extends Row {

    public static final int DECISION_NUMBER_LENGTH = 40;
    public static final int DECISION_TEXT_LENGTH = 8000;

    @Column(name = "reflection_from")
    @Confidential(OPERATIONAL)
    private LocalDate reflectionFrom;

    /** Last day, inclusive. */
    @Column(name = "reflection_to")
    @Confidential(OPERATIONAL)
    private LocalDate reflectionTo;

    @Column(name = "notified_at")
    @Confidential(OPERATIONAL)
    private Instant notifiedAt;

    @Column(name = "notified_by")
    @Confidential(OPERATIONAL)
    private UUID notifiedBy;

    @Column(name = "decided_at")
    @Confidential(OPERATIONAL)
    private Instant decidedAt;

    @Column(name = "decision_date")
    @Confidential(OPERATIONAL)
    private LocalDate decisionDate;

    @Column(name = "decision_number")
    @Convert(converter = SealedConverter.class)
    @Confidential(value = LEGAL_INVESTIGATION, mask = Mask.LAST_TWO)
    private Sealed<String> decisionNumber;

    @Column(name = "decision_text")
    @Convert(converter = SealedConverter.class)
    @Confidential(LEGAL_INVESTIGATION)
    private Sealed<String> decisionText;

    /** Why the officer decided although the episode is incomplete (BR-010). */
    @Column(name = "override_reason")
    @Convert(converter = SealedConverter.class)
    @Confidential(LEGAL_INVESTIGATION)
    private Sealed<String> overrideReason;

    @Confidential(OPERATIONAL)
    private UUID officer;

    protected Identification() {}

    Identification(UUID caseId, UUID by, Instant at) {
        super(caseId, by, at);
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(id());
    }

    /** Reasonable grounds were found: time to recover and reflect begins; a period that runs already is kept. */
    void reflects(ReflectionPeriod period, UUID by, Instant at) {
        if (reflectionFrom == null) {
            reflectionFrom = period.from();
            reflectionTo = period.to();
            touched(by, at);
        }
    }

    void notified(UUID by, Instant at) {
        notifiedAt = at;
        notifiedBy = by;
        touched(by, at);
    }

    /** @throws DecisionDateWrong when it lies in the future or before the unit was told */
    void decided(LocalDate date, LocalDate today, UUID by, Instant at) {
        if (date.isAfter(today) || date.isBefore(LocalDate.ofInstant(notifiedAt, BusinessClock.ZONE))) {
            throw new DecisionDateWrong();
        }
        decisionDate = date;
        decidedAt = at;
        officer = by;
        touched(by, at);
    }

    public LocalDate reflectionFrom() {
        return reflectionFrom;
    }

    public LocalDate reflectionTo() {
        return reflectionTo;
    }

    public Instant notifiedAt() {
        return notifiedAt;
    }

    public LocalDate decisionDate() {
        return decisionDate;
    }
}
