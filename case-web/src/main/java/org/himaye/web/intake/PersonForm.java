package org.himaye.web.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.intake.PartRow;
import org.himaye.intake.PersonAnswers;
import org.himaye.person.AgeBand;
import org.himaye.person.AgeBasis;
import org.himaye.person.Country;
import org.himaye.person.NationalityStatus;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;

/** What the part on the person holds while it is typed. */
public class PersonForm {

    private int version;
    private boolean anonymous;
    private String givenName;
    private String familyName;
    private String patronymic;
    private String aliases;
    private String documentNumber;
    private LocalDate dateOfBirth;
    private Integer ageStated;
    private AgeBasis ageBasis;
    private AgeBand ageGroup;
    private Sex sex;
    private NationalityStatus nationalityStatus;
    private List<Country> countries;
    private List<SpokenLanguage> languages;
    private Boolean interpreterNeeded;

    PersonForm(PartRow part) {
        RevealedRow row = part.row();
        version = row.rowVersion();
        anonymous = part.header().anonymousMode();
        givenName = row.text("givenName");
        familyName = row.text("familyName");
        patronymic = row.text("patronymic");
        aliases = row.text("aliases");
        documentNumber = row.text("documentNumber");
        dateOfBirth = row.value("dateOfBirth", LocalDate.class);
        ageStated = row.value("ageStated", Integer.class);
        ageBasis = row.value("ageBasis", AgeBasis.class);
        ageGroup = row.value("ageBand", AgeBand.class);
        sex = row.value("sex", Sex.class);
        nationalityStatus = row.value("nationalityStatus", NationalityStatus.class);
        countries = row.list("countries", Country.class);
        languages = new ArrayList<>(row.list("languages", SpokenLanguage.class));
        interpreterNeeded = row.value("interpreterNeeded", Boolean.class);
    }

    PersonAnswers answers() {
        return new PersonAnswers(
                anonymous,
                givenName,
                familyName,
                patronymic,
                aliases,
                documentNumber,
                dateOfBirth,
                ageStated,
                ageBasis,
                ageGroup,
                sex,
                nationalityStatus,
                countries == null || countries.isEmpty() ? null : countries,
                languages,
                interpreterNeeded);
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public boolean isAnonymous() {
        return anonymous;
    }

    public void setAnonymous(boolean anonymous) {
        this.anonymous = anonymous;
    }

    public String getGivenName() {
        return givenName;
    }

    public void setGivenName(String givenName) {
        this.givenName = givenName;
    }

    public String getFamilyName() {
        return familyName;
    }

    public void setFamilyName(String familyName) {
        this.familyName = familyName;
    }

    public String getPatronymic() {
        return patronymic;
    }

    public void setPatronymic(String patronymic) {
        this.patronymic = patronymic;
    }

    public String getAliases() {
        return aliases;
    }

    public void setAliases(String aliases) {
        this.aliases = aliases;
    }

    public String getDocumentNumber() {
        return documentNumber;
    }

    public void setDocumentNumber(String documentNumber) {
        this.documentNumber = documentNumber;
    }

    public LocalDate getDateOfBirth() {
        return dateOfBirth;
    }

    public void setDateOfBirth(LocalDate dateOfBirth) {
        this.dateOfBirth = dateOfBirth;
    }

    public Integer getAgeStated() {
        return ageStated;
    }

    public void setAgeStated(Integer ageStated) {
        this.ageStated = ageStated;
    }

    public AgeBasis getAgeBasis() {
        return ageBasis;
    }

    public void setAgeBasis(AgeBasis ageBasis) {
        this.ageBasis = ageBasis;
    }

    public AgeBand getAgeGroup() {
        return ageGroup;
    }

    public void setAgeGroup(AgeBand ageGroup) {
        this.ageGroup = ageGroup;
    }

    public Sex getSex() {
        return sex;
    }

    public void setSex(Sex sex) {
        this.sex = sex;
    }

    public NationalityStatus getNationalityStatus() {
        return nationalityStatus;
    }

    public void setNationalityStatus(NationalityStatus nationalityStatus) {
        this.nationalityStatus = nationalityStatus;
    }

    public List<Country> getCountries() {
        return countries;
    }

    public void setCountries(List<Country> countries) {
        this.countries = countries;
    }

    public List<SpokenLanguage> getLanguages() {
        return languages;
    }

    public void setLanguages(List<SpokenLanguage> languages) {
        this.languages = languages;
    }

    public Boolean getInterpreterNeeded() {
        return interpreterNeeded;
    }

    public void setInterpreterNeeded(Boolean interpreterNeeded) {
        this.interpreterNeeded = interpreterNeeded;
    }
}
