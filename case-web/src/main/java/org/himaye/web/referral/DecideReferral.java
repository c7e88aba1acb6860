package org.himaye.web.referral;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.StaffChoice;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Revealed;
import org.himaye.referral.Acceptance;
import org.himaye.referral.Decline;
import org.himaye.referral.IncomingReferralService;
import org.himaye.referral.InstitutionChoice;
import org.himaye.referral.MissingItem;
import org.himaye.referral.ReferralDetails;
import org.himaye.referral.ReferralReason;
import org.himaye.web.shared.ChosenPurpose;
import org.himaye.web.shared.Notices;

/** A referral for who receives it: read, acknowledge, accept, decline, return. */
@Named
@ViewScoped
public class DecideReferral implements Serializable {

    @Inject
    private IncomingReferralService referrals;

    @Inject
    private Notices notices;

    @Inject
    private ChosenPurpose purpose;

    /** Made once for the form: accepted twice, it is one case. */
    private final UUID caseId = UUID.randomUUID();

    private String number;
    private int version;
    private StaffChoice caseworker;
    private boolean capacityChecked;
    private boolean safetyChecked;
    private ReferralReason reason;
    private InstitutionChoice alternative;
    private boolean alternativeAgreed;
    private List<MissingItem> missing = new ArrayList<>();
    private transient ReferralDetails details;
    private List<StaffChoice> caseworkers = List.of();
    private List<InstitutionChoice> alternatives = List.of();
    private List<Purpose> purposes = List.of();

    /** Before each answer, also after a refused button: what is shown was read and recorded just now. */
    public void load() {
        details = referrals.open(number, purpose.chosen());
        version = details.version();
        caseworkers = details.caseworkers();
        alternatives = details.alternatives();
        purposes = details.purposes();
    }

    public String acknowledge() {
        referrals.acknowledge(number, version);
        notices.done("referral_decide.acknowledged", number);
        return again();
    }

    public String accept() {
        UUID responsible = caseworker == null ? null : caseworker.sub();
        CaseNumber opened =
                referrals.accept(number, version, new Acceptance(caseId, responsible, capacityChecked, safetyChecked));
        notices.caseOpened("referral_decide.accepted", opened.text());
        return "/referral/inbox.xhtml?faces-redirect=true";
    }

    public String decline() {
        UUID instead = alternative == null ? null : alternative.id();
        referrals.decline(number, version, new Decline(reason, instead, alternativeAgreed));
        notices.done("referral_decide.declined", number);
        return again();
    }

    public String giveBack() {
        referrals.giveBack(number, version, missing);
        notices.done("referral_decide.returned", number);
        return again();
    }

    private String again() {
        return "/referral/decide.xhtml?faces-redirect=true&number=" + number;
    }

    public boolean isPurposeOffered() {
        return !purposes.isEmpty() && details.told().values().stream().anyMatch(Revealed::isPurposeOffered);
    }

    public List<ReferralReason> getReasons() {
        return ReferralReason.forDeclining();
    }

    public ReferralDetails getDetails() {
        return details;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public List<Purpose> getPurposes() {
        return purposes;
    }

    public StaffChoice getCaseworker() {
        return caseworker;
    }

    public void setCaseworker(StaffChoice caseworker) {
        this.caseworker = caseworker;
    }

    public List<StaffChoice> getCaseworkers() {
        return caseworkers;
    }

    public boolean isCapacityChecked() {
        return capacityChecked;
    }

    public void setCapacityChecked(boolean capacityChecked) {
        this.capacityChecked = capacityChecked;
    }

    public boolean isSafetyChecked() {
        return safetyChecked;
    }

    public void setSafetyChecked(boolean safetyChecked) {
        this.safetyChecked = safetyChecked;
    }

    public boolean isAlternativeAgreed() {
        return alternativeAgreed;
    }

    public void setAlternativeAgreed(boolean alternativeAgreed) {
        this.alternativeAgreed = alternativeAgreed;
    }

    public ReferralReason getReason() {
        return reason;
    }

    public void setReason(ReferralReason reason) {
        this.reason = reason;
    }

    public InstitutionChoice getAlternative() {
        return alternative;
    }

    public void setAlternative(InstitutionChoice alternative) {
        this.alternative = alternative;
    }

    public List<InstitutionChoice> getAlternatives() {
        return alternatives;
    }

    public List<MissingItem> getMissing() {
        return missing;
    }

    public void setMissing(List<MissingItem> missing) {
        this.missing = missing;
    }
}
