package org.himaye.identification;

import static org.himaye.confidentiality.DataClass.HEALTH;
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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;
import org.himaye.person.SpokenLanguage;

/**
 * One form of the eleven signs (domain.md 1.4, 3.3.6): may be saved unfinished; ends with the assessor's written conclusion and is
 * then never changed. New facts are a new form. Versioned, because the rules were amended in 2024.
 */
@Entity
@Table(name = "indicator_assessment")
public class IndicatorAssessment extends Row {

    /** The signs as amended in 2024. */
    public static final String FORM_VERSION = "131-2024";

    public static final int CONCLUSION_LENGTH = 4000;

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Column(name = "form_version")
    @Confidential(OPERATIONAL)
    private String formVersion;

    @Column(name = "assessed_at")
    @Confidential(OPERATIONAL)
    private Instant assessedAt;

    @Confidential(OPERATIONAL)
    private UUID assessor;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private SpokenLanguage language;

    @Confidential(STATISTICAL)
    private Boolean interpreter;

    /** Of a child; null for an adult. */
    @Column(name = "guardian_present")
    @Confidential(STATISTICAL)
    private Boolean guardianPresent;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private Finding ind01;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private Finding ind02;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private Finding ind03;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private Finding ind04;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private Finding ind05;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private Finding ind06;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private Finding ind07;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private Finding ind08;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private Finding ind09;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private Finding ind10;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private Finding ind11;

    /** Codes of {@link IndicatorDetail}, separated by a space. */
    @Confidential(STATISTICAL)
    private String details;

    /** What was seen of injuries (IND05). */
    @Convert(converter = SealedConverter.class)
    @Confidential(HEALTH)
    private Sealed<String> injuries;

    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> conclusion;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private AssessmentResult result;

    protected IndicatorAssessment() {}

    public IndicatorAssessment(UUID id, UUID caseId, UUID by, Instant at) {
        super(id, by, at);
        this.caseId = caseId;
        this.formVersion = FORM_VERSION;
        this.assessedAt = at;
        this.assessor = by;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    /** @throws AssessmentConcluded when the form is finished */
    public void requireOpen() {
        if (concluded()) {
            throw new AssessmentConcluded();
        }
    }

    /**
     * Finishes the form. The conclusion must stand in it already, so a child or a person without a visible sign may be presumed on
     * its reasons (2.1).
     *
     * @throws AssessmentConcluded when it was finished before
     * @throws ResultMissing without a result
     * @throws ConclusionMissing without a written conclusion
     */
    public void conclude(AssessmentResult result, UUID by, Instant at) {
        requireOpen();
        if (result == null) {
            throw new ResultMissing();
        }
        if (conclusion == null) {
            throw new ConclusionMissing();
        }
        this.result = result;
        this.assessedAt = at;
        this.assessor = by;
        touched(by, at);
    }

    public boolean concluded() {
        return result != null;
    }

    public AssessmentResult result() {
        return result;
    }

    /** The signs that are present; how many decides nothing. */
    public List<Indicator> present() {
        return Arrays.stream(Indicator.values())
                .filter(indicator -> finding(indicator) == Finding.PRESENT)
                .toList();
    }

    /** @return null while nothing was said */
    public Finding finding(Indicator indicator) {
        return switch (indicator) {
            case IND01 -> ind01;
            case IND02 -> ind02;
            case IND03 -> ind03;
            case IND04 -> ind04;
            case IND05 -> ind05;
            case IND06 -> ind06;
            case IND07 -> ind07;
            case IND08 -> ind08;
            case IND09 -> ind09;
            case IND10 -> ind10;
            case IND11 -> ind11;
        };
    }

    public String details() {
        return details;
    }

    public UUID caseId() {
        return caseId;
    }

    public Instant assessedAt() {
        return assessedAt;
    }

    /** The attribute that holds a sign, for the gate: {@code ind07}. */
    public static String attribute(Indicator indicator) {
        return indicator.name().toLowerCase(java.util.Locale.ROOT);
    }
}
