package org.himaye.web.intake;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.identification.AssessmentResult;
import org.himaye.identification.Codes;
import org.himaye.identification.Finding;
import org.himaye.identification.FormRow;
import org.himaye.identification.Indicator;
import org.himaye.identification.IndicatorAnswers;
import org.himaye.identification.IndicatorAssessment;
import org.himaye.identification.IndicatorDetail;
import org.himaye.person.SpokenLanguage;

/** What the form of signs holds while it is typed. */
public class IndicatorForm {

    private UUID id;
    private int version;
    private Map<Indicator, Finding> findings;
    private Map<Indicator, Chosen<IndicatorDetail>> details;
    private SpokenLanguage language;
    private Boolean interpreter;
    private Boolean guardianPresent;
    private String injuries;
    private String conclusion;
    private AssessmentResult result;

    IndicatorForm(FormRow opened) {
        RevealedRow row = opened.row();
        id = row.rowId();
        version = row.rowVersion();
        findings = new EnumMap<>(Indicator.class);
        for (Indicator indicator : Indicator.values()) {
            findings.put(indicator, row.value(IndicatorAssessment.attribute(indicator), Finding.class));
        }
        List<IndicatorDetail> stored = Codes.of(IndicatorDetail.class, row.text("details"));
        details = new EnumMap<>(Indicator.class);
        for (Indicator indicator : Indicator.values()) {
            details.put(indicator, new Chosen<>(indicator.details(), stored));
        }
        language = row.value("language", SpokenLanguage.class);
        interpreter = row.value("interpreter", Boolean.class);
        guardianPresent = row.value("guardianPresent", Boolean.class);
        injuries = row.text("injuries");
        conclusion = row.text("conclusion");
        result = row.value("result", AssessmentResult.class);
    }

    IndicatorAnswers answers() {
        return new IndicatorAnswers(
                findings, Chosen.of(details), language, interpreter, guardianPresent, injuries, conclusion);
    }

    /** Shown beside the conclusion; decides nothing. */
    public long getPresent() {
        return findings.values().stream()
                .filter(each -> each == Finding.PRESENT)
                .count();
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public Map<Indicator, Finding> getFindings() {
        return findings;
    }

    public void setFindings(Map<Indicator, Finding> findings) {
        this.findings = findings;
    }

    public Map<Indicator, Chosen<IndicatorDetail>> getDetails() {
        return details;
    }

    public void setDetails(Map<Indicator, Chosen<IndicatorDetail>> details) {
        this.details = details;
    }

    public SpokenLanguage getLanguage() {
        return language;
    }

    public void setLanguage(SpokenLanguage language) {
        this.language = language;
    }

    public Boolean getInterpreter() {
        return interpreter;
    }

    public void setInterpreter(Boolean interpreter) {
        this.interpreter = interpreter;
    }

    public Boolean getGuardianPresent() {
        return guardianPresent;
    }

    public void setGuardianPresent(Boolean guardianPresent) {
        this.guardianPresent = guardianPresent;
    }

    public String getInjuries() {
        return injuries;
    }

    public void setInjuries(String injuries) {
        this.injuries = injuries;
    }

    public String getConclusion() {
        return conclusion;
    }

    public void setConclusion(String conclusion) {
        this.conclusion = conclusion;
    }

    public AssessmentResult getResult() {
        return result;
    }

    public void setResult(AssessmentResult result) {
        this.result = result;
    }
}
