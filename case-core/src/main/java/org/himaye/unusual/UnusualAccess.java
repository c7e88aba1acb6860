package org.himaye.unusual;

import static org.himaye.confidentiality.DataClass.AUDIT;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;

/** What the machine found on a day of the log, and an auditor's word on it. Found by SQL, decided once, then never changed. */
@Entity
@Table(name = UnusualAccess.TABLE)
public class UnusualAccess extends Row {

    public static final int WORDS_SHORTEST = 10;
    public static final int WORDS_LENGTH = 1000;

    static final String TABLE = "unusual_access";

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private UnusualRule rule;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private UnusualCause cause;

    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private UUID account;

    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private LocalDate day;

    /** Null where it is about no single case, and once that is erased. */
    @Column(name = "case_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Column(name = "case_number", updatable = false)
    @Confidential(OPERATIONAL)
    private String caseNumber;

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

    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private int accesses;

    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private Integer usual;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private UnusualVerdict verdict;

    /** Null before the verdict, where a finding has the words, and once the case is erased. */
    @Convert(converter = SealedConverter.class)
    @Confidential(AUDIT)
    private Sealed<String> words;

    @Column(name = "finding_id")
    @Confidential(OPERATIONAL)
    private UUID findingId;

    protected UnusualAccess() {}

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.finding(id());
    }

    /** The words are written through the gate. */
    void decide(UnusualVerdict said, UUID by, Instant at) {
        verdict = said;
        touched(by, at);
    }

    void ask(UUID finding, UUID by, Instant at) {
        findingId = finding;
        decide(UnusualVerdict.ASKED, by, at);
    }

    UnusualRule rule() {
        return rule;
    }

    UnusualCause cause() {
        return cause;
    }

    UUID account() {
        return account;
    }

    LocalDate day() {
        return day;
    }

    UUID caseId() {
        return caseId;
    }

    String caseNumber() {
        return caseNumber;
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

    int accesses() {
        return accesses;
    }

    Integer usual() {
        return usual;
    }

    UnusualVerdict verdict() {
        return verdict;
    }

    /** Its case was erased: who, when and what was decided stay. */
    boolean erased() {
        return caseId == null && (rule == UnusualRule.NO_RELATION || rule == UnusualRule.PRIVATE_TIE);
    }
}
