package org.himaye.web.referral;

import java.util.ArrayList;
import java.util.List;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.identification.ExploitationPurpose;
import org.himaye.identification.Indicator;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.referral.AgeGroup;
import org.himaye.referral.ConsentGround;
import org.himaye.referral.ConsentTold;
import org.himaye.referral.ReferralTold;

/** What is being typed into a referral. Lives with the page's view only. */
public class ReferralForm {

    private String dutyPhone;
    private String safeContact;
    private AgeGroup ageGroup;
    private Sex sex;
    private SpokenLanguage language;
    private Boolean immediateDanger;
    private Boolean urgentMedical;
    private List<Indicator> indicators = new ArrayList<>();
    private String indicatorsReason;
    private List<ExploitationPurpose> purposes = new ArrayList<>();
    private ConsentTold consent;
    private ConsentGround consentGround;
    private String personName;
    private String documents;

    /** Puts back what the sender typed before. */
    void fill(RevealedRow told) {
        dutyPhone = told.text("dutyPhone");
        safeContact = told.text("safeContact");
        ageGroup = told.value("ageGroup", AgeGroup.class);
        sex = told.value("sex", Sex.class);
        language = told.value("language", SpokenLanguage.class);
        immediateDanger = told.value("immediateDanger", Boolean.class);
        urgentMedical = told.value("urgentMedical", Boolean.class);
        indicators = new ArrayList<>(told.list("indicators", Indicator.class));
        indicatorsReason = told.text("indicatorsReason");
        purposes = new ArrayList<>(told.list("purposes", ExploitationPurpose.class));
        consent = told.value("consent", ConsentTold.class);
        consentGround = told.value("consentGround", ConsentGround.class);
        personName = told.text("personName");
        documents = told.text("documents");
    }

    ReferralTold told() {
        return new ReferralTold(
                dutyPhone,
                safeContact,
                ageGroup,
                sex,
                language,
                immediateDanger,
                urgentMedical,
                indicators,
                indicatorsReason,
                purposes,
                consent,
                consentGround,
                personName,
                documents);
    }

    public String getDutyPhone() {
        return dutyPhone;
    }

    public void setDutyPhone(String dutyPhone) {
        this.dutyPhone = dutyPhone;
    }

    public String getSafeContact() {
        return safeContact;
    }

    public void setSafeContact(String safeContact) {
        this.safeContact = safeContact;
    }

    public AgeGroup getAgeGroup() {
        return ageGroup;
    }

    public void setAgeGroup(AgeGroup ageGroup) {
        this.ageGroup = ageGroup;
    }

    public Sex getSex() {
        return sex;
    }

    public void setSex(Sex sex) {
        this.sex = sex;
    }

    public SpokenLanguage getLanguage() {
        return language;
    }

    public void setLanguage(SpokenLanguage language) {
        this.language = language;
    }

    public Boolean getImmediateDanger() {
        return immediateDanger;
    }

    public void setImmediateDanger(Boolean immediateDanger) {
        this.immediateDanger = immediateDanger;
    }

    public Boolean getUrgentMedical() {
        return urgentMedical;
    }

    public void setUrgentMedical(Boolean urgentMedical) {
        this.urgentMedical = urgentMedical;
    }

    public List<Indicator> getIndicators() {
        return indicators;
    }

    public void setIndicators(List<Indicator> indicators) {
        this.indicators = indicators;
    }

    public String getIndicatorsReason() {
        return indicatorsReason;
    }

    public void setIndicatorsReason(String indicatorsReason) {
        this.indicatorsReason = indicatorsReason;
    }

    public List<ExploitationPurpose> getPurposes() {
        return purposes;
    }

    public void setPurposes(List<ExploitationPurpose> purposes) {
        this.purposes = purposes;
    }

    public ConsentTold getConsent() {
        return consent;
    }

    public void setConsent(ConsentTold consent) {
        this.consent = consent;
    }

    public ConsentGround getConsentGround() {
        return consentGround;
    }

    public void setConsentGround(ConsentGround consentGround) {
        this.consentGround = consentGround;
    }

    public String getPersonName() {
        return personName;
    }

    public void setPersonName(String personName) {
        this.personName = personName;
    }

    public String getDocuments() {
        return documents;
    }

    public void setDocuments(String documents) {
        this.documents = documents;
    }
}
