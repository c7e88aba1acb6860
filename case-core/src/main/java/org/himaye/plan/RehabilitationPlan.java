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
import org.himaye.casefile.TransitionNotAllowed;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.BusinessClock;

/**
 * One version of a person's plan. The verbs are the steps of domain.md 2.6; {@link PlanEntry} keeps the rule on content (BR-050).
 * {@link PlanComponent}, {@link PlanGoal} and {@link PlanAction} hang on it by id and share its version counter: every save of the
 * draft moves it on.
 */
@Entity
@Table(name = "rehabilitation_plan")
public class RehabilitationPlan extends Row {

    public static final int OPINION_LENGTH = 2000;

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Column(name = "plan_version")
    @Confidential(OPERATIONAL)
    private int planVersion;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private PlanStatus status;

    /** Who wrote it last before it was submitted; never its reviewer. */
    @Column(name = "submitted_by")
    @Confidential(OPERATIONAL)
    private UUID submittedBy;

    @Column(name = "submitted_at")
    @Confidential(OPERATIONAL)
    private Instant submittedAt;

    @Column(name = "reviewed_by")
    @Confidential(OPERATIONAL)
    private UUID reviewedBy;

    @Column(name = "reviewed_at")
    @Confidential(OPERATIONAL)
    private Instant reviewedAt;

    @Column(name = "presented_at")
    @Confidential(OPERATIONAL)
    private Instant presentedAt;

    /** The language in which the plan was explained to the person. */
    @Enumerated(EnumType.STRING)
    @Column(name = "presented_language")
    @Confidential(STATISTICAL)
    private SpokenLanguage presentedLanguage;

    /** The consent to exactly this version (BR-051). */
    @Column(name = "consent_id")
    @Confidential(OPERATIONAL)
    private UUID consentId;

    @Column(name = "approved_at")
    @Confidential(OPERATIONAL)
    private Instant approvedAt;

    @Column(name = "started_on")
    @Confidential(OPERATIONAL)
    private LocalDate startedOn;

    /** A child's own opinion, recorded beside the guardian's consent. */
    @Column(name = "child_opinion")
    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> childOpinion;

    protected RehabilitationPlan() {}

    RehabilitationPlan(UUID id, UUID caseId, int planVersion, UUID by, Instant at) {
        super(id, by, at);
        this.caseId = caseId;
        this.planVersion = planVersion;
        this.status = PlanStatus.DRAFT;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    private void become(PlanStatus next, UUID by, Instant at) {
        if (!status.next().contains(next)) {
            throw new TransitionNotAllowed(status, next);
        }
        status = next;
        touched(by, at);
    }

    /**
     * The draft is written to.
     *
     * @throws PlanNotInDraft from submission on; an approved version never changes (BR-052)
     */
    void saved(UUID by, Instant at) {
        if (status != PlanStatus.DRAFT) {
            throw new PlanNotInDraft(status);
        }
        touched(by, at);
    }

    void submit(UUID by, Instant at) {
        become(PlanStatus.SUBMITTED, by, at);
        submittedBy = by;
        submittedAt = at;
    }

    /** @throws OwnPlanReviewed when the reviewer began or submitted it */
    void review(UUID by, Instant at) {
        requireForeign(by);
        become(PlanStatus.REVIEWED, by, at);
        reviewedBy = by;
        reviewedAt = at;
    }

    /** Back to its author, with a comment beside it. */
    void sendBack(UUID by, Instant at) {
        requireForeign(by);
        become(PlanStatus.DRAFT, by, at);
    }

    private void requireForeign(UUID by) {
        if (writtenBy(by)) {
            throw new OwnPlanReviewed();
        }
    }

    /** The text was explained to the person; her answer is awaited. */
    void present(SpokenLanguage language, UUID by, Instant at) {
        become(PlanStatus.CONSENT_PENDING, by, at);
        presentedAt = at;
        presentedLanguage = language;
    }

    /** The person wants something else: the same version goes on as a draft. */
    void change(UUID by, Instant at) {
        if (status != PlanStatus.CONSENT_PENDING) {
            throw new TransitionNotAllowed(status, PlanStatus.DRAFT);
        }
        become(PlanStatus.DRAFT, by, at);
    }

    /** The person wants no plan; services outside it go on. */
    void decline(UUID by, Instant at) {
        become(PlanStatus.DECLINED, by, at);
    }

    /**
     * @param consent what was recorded
     * @param consentedVersion the version that the consent names
     * @throws ConsentForAnotherVersion when it names another one (BR-051)
     */
    void approve(UUID consent, UUID consentedVersion, UUID by, Instant at) {
        if (!id().equals(consentedVersion)) {
            throw new ConsentForAnotherVersion();
        }
        become(PlanStatus.APPROVED, by, at);
        consentId = consent;
        approvedAt = at;
    }

    /**
     * @throws StartInFuture when the day is still to come
     * @throws StartBeforeConsent when the person had not agreed yet
     */
    void start(LocalDate on, LocalDate today, UUID by, Instant at) {
        if (on.isAfter(today)) {
            throw new StartInFuture(today);
        }
        LocalDate agreed = approvedAt == null ? today : LocalDate.ofInstant(approvedAt, BusinessClock.ZONE);
        become(PlanStatus.ACTIVE, by, at);
        if (on.isBefore(agreed)) {
            throw new StartBeforeConsent(agreed);
        }
        startedOn = on;
    }

    /** Goals are rated while the version is in force. */
    void rated(UUID by, Instant at) {
        if (!status.inForce()) {
            throw new PlanNotInForce();
        }
        touched(by, at);
    }

    public PlanStatus status() {
        return status;
    }

    public int planVersion() {
        return planVersion;
    }

    /** True for whoever began or submitted it. */
    boolean writtenBy(UUID sub) {
        return sub.equals(createdBy()) || sub.equals(submittedBy);
    }

    boolean belongsTo(UUID otherCase) {
        return caseId.equals(otherCase);
    }
}
