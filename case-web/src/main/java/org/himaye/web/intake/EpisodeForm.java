package org.himaye.web.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.identification.CertainCodes;
import org.himaye.identification.Certainty;
import org.himaye.identification.Codes;
import org.himaye.identification.DatePrecision;
import org.himaye.identification.EpisodeAnswers;
import org.himaye.identification.ExploitationForm;
import org.himaye.identification.ExploitationPurpose;
import org.himaye.identification.FormRow;
import org.himaye.identification.RecruitmentChannel;
import org.himaye.identification.TraffickingAct;
import org.himaye.identification.TraffickingMeans;
import org.himaye.identification.Vulnerability;
import org.himaye.person.Country;

/** What the form of the episode holds while it is typed. */
public class EpisodeForm {

    private UUID id;
    private int version;
    private LocalDate fromDate;
    private DatePrecision fromPrecision;
    private LocalDate toDate;
    private DatePrecision toPrecision;
    private Map<TraffickingAct, Certainty> acts;
    private Map<TraffickingMeans, Certainty> means;
    private Map<ExploitationPurpose, Certainty> purposes;
    private Map<ExploitationPurpose, Chosen<ExploitationForm>> forms;
    private RecruitmentChannel recruitmentChannel;
    private List<Vulnerability> vulnerabilities;
    private List<Vulnerability> healthVulnerabilities;
    private List<Country> countries;
    private String note;

    EpisodeForm(FormRow opened) {
        RevealedRow row = opened.row();
        id = row.rowId();
        version = row.rowVersion();
        fromDate = row.value("fromDate", LocalDate.class);
        fromPrecision = row.value("fromPrecision", DatePrecision.class);
        toDate = row.value("toDate", LocalDate.class);
        toPrecision = row.value("toPrecision", DatePrecision.class);
        acts = certain(TraffickingAct.class, row.text("acts"));
        means = certain(TraffickingMeans.class, row.text("means"));
        purposes = certain(ExploitationPurpose.class, row.text("purposes"));
        List<ExploitationForm> stored = Codes.of(ExploitationForm.class, row.text("forms"));
        forms = new EnumMap<>(ExploitationPurpose.class);
        for (ExploitationPurpose purpose : ExploitationPurpose.values()) {
            forms.put(purpose, new Chosen<>(purpose.forms(), stored));
        }
        recruitmentChannel = row.value("recruitmentChannel", RecruitmentChannel.class);
        vulnerabilities = new ArrayList<>(Codes.of(Vulnerability.class, row.text("vulnerabilities")));
        healthVulnerabilities = new ArrayList<>(Codes.of(Vulnerability.class, row.text("healthVulnerabilities")));
        countries = row.list("countries", Country.class);
        note = row.text("note");
    }

    private static <E extends Enum<E>> Map<E, Certainty> certain(Class<E> list, String text) {
        Map<E, Certainty> codes = new EnumMap<>(list);
        codes.putAll(CertainCodes.of(list, text));
        return codes;
    }

    EpisodeAnswers answers() {
        return new EpisodeAnswers(
                fromDate,
                fromPrecision,
                toDate,
                toPrecision,
                acts,
                means,
                purposes,
                Chosen.of(forms),
                recruitmentChannel,
                vulnerabilities,
                healthVulnerabilities,
                countries == null || countries.isEmpty() ? null : countries,
                note);
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

    public LocalDate getFromDate() {
        return fromDate;
    }

    public void setFromDate(LocalDate fromDate) {
        this.fromDate = fromDate;
    }

    public DatePrecision getFromPrecision() {
        return fromPrecision;
    }

    public void setFromPrecision(DatePrecision fromPrecision) {
        this.fromPrecision = fromPrecision;
    }

    public LocalDate getToDate() {
        return toDate;
    }

    public void setToDate(LocalDate toDate) {
        this.toDate = toDate;
    }

    public DatePrecision getToPrecision() {
        return toPrecision;
    }

    public void setToPrecision(DatePrecision toPrecision) {
        this.toPrecision = toPrecision;
    }

    public Map<TraffickingAct, Certainty> getActs() {
        return acts;
    }

    public void setActs(Map<TraffickingAct, Certainty> acts) {
        this.acts = acts;
    }

    public Map<TraffickingMeans, Certainty> getMeans() {
        return means;
    }

    public void setMeans(Map<TraffickingMeans, Certainty> means) {
        this.means = means;
    }

    public Map<ExploitationPurpose, Certainty> getPurposes() {
        return purposes;
    }

    public void setPurposes(Map<ExploitationPurpose, Certainty> purposes) {
        this.purposes = purposes;
    }

    public Map<ExploitationPurpose, Chosen<ExploitationForm>> getForms() {
        return forms;
    }

    public void setForms(Map<ExploitationPurpose, Chosen<ExploitationForm>> forms) {
        this.forms = forms;
    }

    public RecruitmentChannel getRecruitmentChannel() {
        return recruitmentChannel;
    }

    public void setRecruitmentChannel(RecruitmentChannel recruitmentChannel) {
        this.recruitmentChannel = recruitmentChannel;
    }

    public List<Vulnerability> getVulnerabilities() {
        return vulnerabilities;
    }

    public void setVulnerabilities(List<Vulnerability> vulnerabilities) {
        this.vulnerabilities = vulnerabilities;
    }

    public List<Vulnerability> getHealthVulnerabilities() {
        return healthVulnerabilities;
    }

    public void setHealthVulnerabilities(List<Vulnerability> healthVulnerabilities) {
        this.healthVulnerabilities = healthVulnerabilities;
    }

    public List<Country> getCountries() {
        return countries;
    }

    public void setCountries(List<Country> countries) {
        this.countries = countries;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
