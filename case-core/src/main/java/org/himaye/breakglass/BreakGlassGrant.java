package org.himaye.breakglass;

import static org.himaye.confidentiality.DataClass.NARRATIVE;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

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
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Grant;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;
import org.himaye.shared.CodesConverter;

/**
 * One emergency access (domain.md 4.7): running until it is ended or its time is over, then reviewed once by another person. Whoever made
 * the row is who opened the case. What was asked for never changes.
 */
@Entity
@Table(name = "break_glass_grant")
public class BreakGlassGrant extends Row {

    public static final int NOTE_SHORTEST = 10;
    public static final int NOTE_LENGTH = 1000;

    @Column(name = "case_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID caseId;

    /** Responsible for the case then; a case that moved on takes no running access along. */
    @Column(name = "institution_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID institutionId;

    /** The sign-in session in which it was asked for: with it the access ends. */
    @Column(name = "session_ref", updatable = false)
    @Confidential(OPERATIONAL)
    private String sessionRef;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private BreakGlassReason reason;

    @Convert(converter = Classes.class)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private List<DataClass> classes;

    @Column(name = "reason_text", updatable = false)
    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> reasonText;

    @Column(name = "ends_at", updatable = false)
    @Confidential(OPERATIONAL)
    private Instant endsAt;

    @Column(name = "ended_at")
    @Confidential(OPERATIONAL)
    private Instant endedAt;

    @Column(name = "review_due_at", updatable = false)
    @Confidential(OPERATIONAL)
    private Instant reviewDueAt;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private Verdict verdict;

    @Column(name = "reviewed_by")
    @Confidential(OPERATIONAL)
    private UUID reviewedBy;

    @Column(name = "reviewed_at")
    @Confidential(OPERATIONAL)
    private Instant reviewedAt;

    @Column(name = "review_note")
    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> reviewNote;

    protected BreakGlassGrant() {}

    /**
     * Begins now. The words are written through the gate.
     *
     * @param lasts how long it opens the case
     * @param reviewDueAt until when somebody else must have reviewed it
     */
    BreakGlassGrant(
            UUID id,
            UUID caseId,
            UUID institutionId,
            String sessionRef,
            BreakGlassRequest asked,
            Duration lasts,
            Instant reviewDueAt,
            UUID by,
            Instant at) {
        super(id, by, at);
        this.caseId = caseId;
        this.institutionId = institutionId;
        this.sessionRef = sessionRef;
        this.reason = asked.reason();
        this.classes = List.copyOf(asked.classes());
        this.endsAt = at.plus(lasts);
        this.reviewDueAt = reviewDueAt;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    /** Ends it before its time; one that is over stays as it is. */
    void end(UUID by, Instant at) {
        if (runs(at)) {
            endedAt = at;
            touched(by, at);
        }
    }

    boolean runs(Instant now) {
        return endedAt == null && endsAt.isAfter(now);
    }

    /**
     * Another person says what to think of it.
     *
     * @throws Refused when it is the own one
     * @throws StillRunning before it is over
     * @throws AlreadyReviewed when it has a verdict
     */
    void review(Verdict said, UUID by, Instant at) {
        if (by.equals(createdBy())) {
            throw new Refused(AccessReason.OWN_ACCESS);
        }
        if (runs(at)) {
            throw new StillRunning();
        }
        if (verdict != null) {
            throw new AlreadyReviewed();
        }
        verdict = said;
        reviewedBy = by;
        reviewedAt = at;
        touched(by, at);
    }

    NotJustified notJustified(CaseNumber number) {
        return new NotJustified(
                id(),
                caseId,
                number.text(),
                createdBy(),
                institutionId,
                reason,
                createdAt(),
                endedAt == null ? endsAt : endedAt);
    }

    /** What the policy and the log are told while it runs. */
    Grant grant() {
        return new Grant(id(), Set.copyOf(classes), endsAt);
    }

    UUID caseId() {
        return caseId;
    }

    UUID institutionId() {
        return institutionId;
    }

    BreakGlassReason reason() {
        return reason;
    }

    List<DataClass> classes() {
        return classes;
    }

    Instant endsAt() {
        return endsAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    Instant reviewDueAt() {
        return reviewDueAt;
    }

    Verdict verdict() {
        return verdict;
    }

    UUID reviewedBy() {
        return reviewedBy;
    }

    /** How {@link DataClass}es are kept. */
    public static class Classes extends CodesConverter<DataClass> {
        public Classes() {
            super(DataClass.class);
        }
    }
}
