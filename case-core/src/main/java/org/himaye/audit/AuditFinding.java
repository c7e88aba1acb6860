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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.breakglass.BreakGlassReason;
import org.himaye.breakglass.NotJustified;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;

/** A question about accesses of one account. Never changed: what follows is a {@link FindingStep}. */
@Entity
@Table(name = AuditFinding.TABLE)
public class AuditFinding extends Row {

    public static final int WORDS_SHORTEST = 10;
    public static final int WORDS_LENGTH = 1000;

    /** Accesses of one finding. */
    static final int MOST_EVENTS = 500;

    static final String TABLE = "audit_finding";

    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private String reference;

    /** Points at the end of an erased case, too; null where it is about no single case. */
    @Column(name = "case_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID caseId;

    /** For the auditor, who meets no case. */
    @Column(name = "case_number", updatable = false)
    @Confidential(OPERATIONAL)
    private String caseNumber;

    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private UUID colleague;

    /** Where the colleague worked then; a question does not follow whoever moves on. */
    @Column(name = "institution_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID institutionId;

    /** Numbers in the log, with a space between. */
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private String events;

    @Column(name = "first_at", updatable = false)
    @Confidential(OPERATIONAL)
    private Instant firstAt;

    @Column(name = "last_at", updatable = false)
    @Confidential(OPERATIONAL)
    private Instant lastAt;

    @Column(name = "answer_due_at", updatable = false)
    @Confidential(OPERATIONAL)
    private Instant answerDueAt;

    /** Why the emergency access was begun that a review found not justified; null for what an auditor asks. */
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private BreakGlassReason emergency;

    /** Null once its case is erased. */
    @Column(updatable = false)
    @Convert(converter = SealedConverter.class)
    @Confidential(AUDIT)
    private Sealed<String> question;

    protected AuditFinding() {}

    /** The words are written through the gate. */
    AuditFinding(UUID id, AskedAbout about, UUID institutionId, Instant answerDueAt, UUID by, Instant at) {
        super(id, by, at);
        this.reference = FindingNumber.random().text();
        this.caseId = about.caseId();
        this.caseNumber = about.caseNumber();
        this.colleague = about.colleague();
        this.institutionId = institutionId;
        this.events = about.events().stream().map(String::valueOf).collect(Collectors.joining(" "));
        this.firstAt = about.first();
        this.lastAt = about.last();
        this.answerDueAt = answerDueAt;
    }

    /** The emergency access that whoever reviewed it found not justified; it has the same id. */
    static AuditFinding of(NotJustified access, AskedAbout about, Instant answerDueAt, UUID by, Instant at) {
        AuditFinding finding = new AuditFinding(access.grant(), about, access.institution(), answerDueAt, by, at);
        finding.emergency = access.reason();
        return finding;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.finding(id());
    }

    /** What a question is about, as the log knows it. */
    record AskedAbout(UUID caseId, String caseNumber, UUID colleague, List<Long> events, Instant first, Instant last) {}

    FindingNumber reference() {
        return new FindingNumber(reference);
    }

    UUID caseId() {
        return caseId;
    }

    String caseNumber() {
        return caseNumber;
    }

    UUID colleague() {
        return colleague;
    }

    UUID institutionId() {
        return institutionId;
    }

    List<Long> events() {
        return Arrays.stream(events.split(" ")).map(Long::valueOf).toList();
    }

    Instant firstAt() {
        return firstAt;
    }

    Instant lastAt() {
        return lastAt;
    }

    /** Its case was erased, and every word of it went. */
    boolean erased() {
        return question == null;
    }

    BreakGlassReason emergency() {
        return emergency;
    }

    Instant answerDueAt() {
        return answerDueAt;
    }
}
