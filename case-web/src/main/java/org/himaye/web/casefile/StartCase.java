package org.himaye.web.casefile;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.Urgency;
import org.himaye.person.AgeBand;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.web.shared.Notices;

/** Opens a case for a person who came without a referral. */
@Named
@ViewScoped
public class StartCase implements Serializable {

    @Inject
    private transient CaseFileService cases;

    @Inject
    private transient Notices notices;

    private final UUID id = UUID.randomUUID();
    private Urgency urgency = Urgency.NORMAL;
    private AgeBand ageBand;
    private Sex sex;
    private SpokenLanguage language = SpokenLanguage.AZ;

    public String start() {
        CaseNumber number = cases.start(id, urgency, ageBand, sex, language);
        notices.done("casefile_start.started", number.text());
        return "/intake/overview.xhtml?faces-redirect=true&number=" + number;
    }

    public Urgency getUrgency() {
        return urgency;
    }

    public void setUrgency(Urgency urgency) {
        this.urgency = urgency;
    }

    public AgeBand getAgeBand() {
        return ageBand;
    }

    public void setAgeBand(AgeBand ageBand) {
        this.ageBand = ageBand;
    }

    /** What one can tell at the door. */
    public java.util.List<AgeBand> getAgeBands() {
        return java.util.List.of(AgeBand.ADULT, AgeBand.CHILD, AgeBand.UNKNOWN);
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
}
