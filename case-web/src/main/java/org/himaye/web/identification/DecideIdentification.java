package org.himaye.web.identification;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.Revealed;
import org.himaye.identification.CertainCodes;
import org.himaye.identification.Certainty;
import org.himaye.identification.Codes;
import org.himaye.identification.ExploitationForm;
import org.himaye.identification.ExploitationPurpose;
import org.himaye.identification.IdentificationDecision;
import org.himaye.identification.IdentificationService;
import org.himaye.identification.Indicator;
import org.himaye.identification.IndicatorDetail;
import org.himaye.identification.SentSet;
import org.himaye.identification.TraffickingAct;
import org.himaye.identification.TraffickingMeans;
import org.himaye.web.shared.ChosenPurpose;
import org.himaye.web.shared.Notices;

/** The set that was sent to the unit, and the decision on it. */
@Named
@ViewScoped
public class DecideIdentification implements Serializable {

    /** A coded fact with how sure it is. */
    public record Fact(Enum<?> code, Certainty certainty) {}

    @Inject
    private transient IdentificationService identifications;

    @Inject
    private transient Notices notices;

    @Inject
    private transient ChosenPurpose purpose;

    private String number;
    private String decisionNumber;
    private LocalDate decisionDate;
    private String decisionText;
    private String overrideReason;
    private transient SentSet set;

    public void load() {
        set = identifications.open(CaseNumber.parse(number), purpose.chosen());
    }

    public String identify() {
        identifications.identify(
                CaseNumber.parse(number),
                set.set().rowVersion(),
                new IdentificationDecision(decisionNumber, decisionDate, decisionText, overrideReason));
        notices.done("identification_decide.done", number);
        return "/identification/queue.xhtml?faces-redirect=true";
    }

    /** The coded facts are open: a purpose was chosen. */
    public boolean isShown() {
        return set.set().values().stream().noneMatch(Revealed::isNeedsPurpose);
    }

    public List<Indicator> getIndicators() {
        return Codes.of(Indicator.class, set.set().text("indicators"));
    }

    public List<IndicatorDetail> getDetails() {
        return Codes.of(IndicatorDetail.class, set.set().text("details"));
    }

    public List<Fact> getActs() {
        return facts(CertainCodes.of(TraffickingAct.class, set.set().text("acts")));
    }

    public List<Fact> getMeans() {
        return facts(CertainCodes.of(TraffickingMeans.class, set.set().text("means")));
    }

    public List<Fact> getAims() {
        return facts(CertainCodes.of(ExploitationPurpose.class, set.set().text("purposes")));
    }

    public List<ExploitationForm> getForms() {
        return Codes.of(ExploitationForm.class, set.set().text("forms"));
    }

    private static List<Fact> facts(Map<? extends Enum<?>, Certainty> codes) {
        return codes.entrySet().stream()
                .map(each -> new Fact(each.getKey(), each.getValue()))
                .toList();
    }

    public SentSet getSet() {
        return set;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getDecisionNumber() {
        return decisionNumber;
    }

    public void setDecisionNumber(String decisionNumber) {
        this.decisionNumber = decisionNumber;
    }

    public LocalDate getDecisionDate() {
        return decisionDate;
    }

    public void setDecisionDate(LocalDate decisionDate) {
        this.decisionDate = decisionDate;
    }

    public String getDecisionText() {
        return decisionText;
    }

    public void setDecisionText(String decisionText) {
        this.decisionText = decisionText;
    }

    public String getOverrideReason() {
        return overrideReason;
    }

    public void setOverrideReason(String overrideReason) {
        this.overrideReason = overrideReason;
    }
}
