package org.himaye.referral;

import static org.himaye.confidentiality.DataClass.CONTACT_LOCATION;
import static org.himaye.confidentiality.DataClass.HEALTH;
import static org.himaye.confidentiality.DataClass.IDENTITY;
import static org.himaye.confidentiality.DataClass.NARRATIVE;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;
import static org.himaye.confidentiality.DataClass.STATISTICAL;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.himaye.casefile.TransitionNotAllowed;
import org.himaye.casefile.Urgency;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;
import org.himaye.identification.ExploitationPurpose;
import org.himaye.identification.Indicator;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.CodesConverter;

/**
 * One person told to one institution, domain.md 2.2 and 3.3.8. Workflow attributes change by the verbs here; what the sender tells
 * is written through the gate while it is unsent. Belongs to itself until accepted, then to the case.
 */
@Entity
@Table(name = "referral")
public class Referral extends Row {

    /** What the sender typed, in the order of the form. */
    static final Set<String> TOLD = Set.of(
            "dutyPhone",
            "safeContact",
            "ageGroup",
            "sex",
            "language",
            "immediateDanger",
            "urgentMedical",
            "indicators",
            "indicatorsReason",
            "purposes",
            "consent",
            "consentGround",
            "personName",
            "documents");

    @Confidential(OPERATIONAL)
    private String number;

    @Column(name = "sender_sub")
    @Confidential(OPERATIONAL)
    private UUID senderSub;

    @Column(name = "sender_institution")
    @Confidential(OPERATIONAL)
    private UUID senderInstitution;

    @Column(name = "receiver_institution")
    @Confidential(OPERATIONAL)
    private UUID receiverInstitution;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private ReferralStatus status;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private Urgency urgency;

    @Column(name = "sent_at")
    @Confidential(OPERATIONAL)
    private Instant sentAt;

    @Column(name = "acknowledge_due_at")
    @Confidential(OPERATIONAL)
    private Instant acknowledgeDueAt;

    @Column(name = "decide_due_at")
    @Confidential(OPERATIONAL)
    private Instant decideDueAt;

    @Column(name = "acknowledged_at")
    @Confidential(OPERATIONAL)
    private Instant acknowledgedAt;

    @Column(name = "decided_at")
    @Confidential(OPERATIONAL)
    private Instant decidedAt;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private ReferralReason reason;

    @Column(name = "alternative_institution")
    @Confidential(OPERATIONAL)
    private UUID alternativeInstitution;

    @Column(name = "alternative_agreed")
    @Confidential(OPERATIONAL)
    private Boolean alternativeAgreed;

    @Column(name = "missing_items")
    @Convert(converter = MissingItems.class)
    @Confidential(OPERATIONAL)
    private List<MissingItem> missingItems;

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Column(name = "duty_phone")
    @Convert(converter = SealedConverter.class)
    @Confidential(CONTACT_LOCATION)
    private Sealed<String> dutyPhone;

    @Column(name = "safe_contact")
    @Convert(converter = SealedConverter.class)
    @Confidential(CONTACT_LOCATION)
    private Sealed<String> safeContact;

    @Enumerated(EnumType.STRING)
    @Column(name = "age_group")
    @Confidential(STATISTICAL)
    private AgeGroup ageGroup;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private Sex sex;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private SpokenLanguage language;

    @Column(name = "immediate_danger")
    @Confidential(STATISTICAL)
    private Boolean immediateDanger;

    @Column(name = "urgent_medical")
    @Convert(converter = SealedConverter.class)
    @Confidential(HEALTH)
    private Sealed<Boolean> urgentMedical;

    @Convert(converter = Indicators.class)
    @Confidential(STATISTICAL)
    private List<Indicator> indicators;

    @Column(name = "indicators_reason")
    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> indicatorsReason;

    @Convert(converter = Purposes.class)
    @Confidential(STATISTICAL)
    private List<ExploitationPurpose> purposes;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private ConsentTold consent;

    @Enumerated(EnumType.STRING)
    @Column(name = "consent_ground")
    @Confidential(STATISTICAL)
    private ConsentGround consentGround;

    @Column(name = "person_name")
    @Convert(converter = SealedConverter.class)
    @Confidential(IDENTITY)
    private Sealed<String> personName;

    @Convert(converter = SealedConverter.class)
    @Confidential(value = IDENTITY, mask = Confidential.Mask.LAST_TWO)
    private Sealed<String> documents;

    protected Referral() {}

    /**
     * A referral that is being written.
     *
     * @param receiver an institution that takes referrals
     */
    Referral(UUID id, ReferralNumber number, UUID senderInstitution, UUID receiver, UUID by, Instant at) {
        super(id, by, at);
        this.number = number.text();
        this.senderSub = by;
        this.senderInstitution = senderInstitution;
        this.receiverInstitution = receiver;
        this.status = ReferralStatus.DRAFT;
        this.urgency = Urgency.NORMAL;
    }

    @Override
    public KeyOwner keyOwner() {
        return caseId == null ? ownKey() : KeyOwner.caseFile(caseId);
    }

    KeyOwner ownKey() {
        return KeyOwner.referral(id());
    }

    /**
     * Sends it, or sends it again after it was returned; the receiver's time starts.
     *
     * @throws TransitionNotAllowed when it is not the sender's turn
     */
    void send(Urgency told, Duration acknowledgeWithin, Duration decideWithin, UUID by, Instant at) {
        become(ReferralStatus.SENT, by, at);
        urgency = told;
        sentAt = at;
        acknowledgeDueAt = at.plus(acknowledgeWithin);
        decideDueAt = at.plus(decideWithin);
        acknowledgedAt = null;
        missingItems = null;
    }

    void acknowledge(UUID by, Instant at) {
        become(ReferralStatus.ACKNOWLEDGED, by, at);
        acknowledgedAt = at;
    }

    /** @throws ChecksNeeded when capacity or safety were not checked */
    void accept(Acceptance acceptance, UUID by, Instant at) {
        if (!acceptance.capacityChecked() || !acceptance.safetyChecked()) {
            throw new ChecksNeeded();
        }
        become(ReferralStatus.ACCEPTED, by, at);
        decidedAt = at;
        caseId = acceptance.caseId();
    }

    /**
     * @throws ReasonNeeded when no reason for declining is given
     * @throws AlternativeNeeded when the reason leaves the person without a way on
     * @throws AlternativeMustAgree when there is immediate danger and only places are lacking
     */
    void decline(Decline decline, UUID by, Instant at) {
        if (decline.reason() == null || !decline.reason().declines()) {
            throw new ReasonNeeded();
        }
        boolean named = decline.alternative() != null && !decline.alternative().equals(receiverInstitution);
        if (decline.reason().needsAlternative() && !named) {
            throw new AlternativeNeeded();
        }
        boolean urgentLack = urgency == Urgency.IMMEDIATE && decline.reason() == ReferralReason.NO_CAPACITY;
        if (urgentLack && !decline.alternativeAgreed()) {
            throw new AlternativeMustAgree();
        }
        become(ReferralStatus.DECLINED, by, at);
        decidedAt = at;
        reason = decline.reason();
        alternativeInstitution = named ? decline.alternative() : null;
        alternativeAgreed = named ? decline.alternativeAgreed() : null;
    }

    /** @throws MissingItemsNeeded when nothing is named */
    void giveBack(List<MissingItem> items, UUID by, Instant at) {
        if (items == null || items.isEmpty()) {
            throw new MissingItemsNeeded();
        }
        become(ReferralStatus.RETURNED, by, at);
        missingItems = items.stream().sorted().distinct().toList();
    }

    /** @throws ReasonNeeded when no reason for withdrawing is given */
    void withdraw(ReferralReason why, UUID by, Instant at) {
        if (why == null || !why.withdraws()) {
            throw new ReasonNeeded();
        }
        become(ReferralStatus.WITHDRAWN, by, at);
        decidedAt = at;
        reason = why;
    }

    private void become(ReferralStatus next, UUID by, Instant at) {
        if (!status.next().contains(next)) {
            throw new TransitionNotAllowed(status, next);
        }
        status = next;
        touched(by, at);
    }

    public String number() {
        return number;
    }

    UUID senderSub() {
        return senderSub;
    }

    UUID senderInstitution() {
        return senderInstitution;
    }

    UUID receiverInstitution() {
        return receiverInstitution;
    }

    public ReferralStatus status() {
        return status;
    }

    public Urgency urgency() {
        return urgency;
    }

    Instant sentAt() {
        return sentAt;
    }

    /** Until when the receiver's next step is due, or null when it is not its turn. */
    Instant dueAt() {
        return switch (status) {
            case SENT -> acknowledgeDueAt;
            case ACKNOWLEDGED -> decideDueAt;
            default -> null;
        };
    }

    Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    ReferralReason reason() {
        return reason;
    }

    UUID alternativeInstitution() {
        return alternativeInstitution;
    }

    List<MissingItem> missingItems() {
        return missingItems == null ? List.of() : missingItems;
    }

    UUID caseId() {
        return caseId;
    }

    AgeGroup ageGroup() {
        return ageGroup;
    }

    Sex sex() {
        return sex;
    }

    SpokenLanguage language() {
        return language;
    }

    /** How {@link Indicator}s are kept. */
    public static class Indicators extends CodesConverter<Indicator> {
        public Indicators() {
            super(Indicator.class);
        }
    }

    /** How {@link ExploitationPurpose}s are kept. */
    public static class Purposes extends CodesConverter<ExploitationPurpose> {
        public Purposes() {
            super(ExploitationPurpose.class);
        }
    }

    /** How {@link MissingItem}s are kept. */
    public static class MissingItems extends CodesConverter<MissingItem> {
        public MissingItems() {
            super(MissingItem.class);
        }
    }
}
