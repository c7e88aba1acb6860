package org.himaye.audit;

import static org.himaye.confidentiality.DataClass.AUDIT;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.himaye.breakglass.Verdict;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;

/** The answer to a question, or the verdict; one of each, by two people. Never changed. */
@Entity
@Table(name = FindingStep.TABLE)
public class FindingStep extends Row {

    static final String TABLE = "audit_finding_step";

    @Column(name = "finding_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID findingId;

    @Column(name = "case_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private StepKind kind;

    /** Null of an answer. */
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private Verdict verdict;

    /** Null once the finding's case is erased. */
    @Column(updatable = false)
    @Convert(converter = SealedConverter.class)
    @Confidential(AUDIT)
    private Sealed<String> words;

    protected FindingStep() {}

    private FindingStep(AuditFinding of, StepKind kind, Verdict verdict, UUID by, Instant at) {
        super(UUID.randomUUID(), by, at);
        this.findingId = of.id();
        this.caseId = of.caseId();
        this.kind = kind;
        this.verdict = verdict;
    }

    static FindingStep answer(AuditFinding of, UUID by, Instant at) {
        return new FindingStep(of, StepKind.ANSWER, null, by, at);
    }

    static FindingStep verdict(AuditFinding of, Verdict said, UUID by, Instant at) {
        return new FindingStep(of, StepKind.VERDICT, said, by, at);
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.finding(findingId);
    }

    boolean is(StepKind other) {
        return kind == other;
    }

    Verdict verdict() {
        return verdict;
    }
}
