package org.himaye.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseNumber;
import org.himaye.identification.ExploitationPurpose;
import org.himaye.identification.FormRow;
import org.himaye.identification.IndicatorService;
import org.himaye.identification.ToldBefore;
import org.himaye.identification.Vulnerability;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Rules;
import org.himaye.web.shared.Edit;
import org.himaye.web.shared.Meanwhile;
import org.himaye.web.shared.Notices;

/** The episode in the codes of the definition; may be left incomplete. */
@Named
@ViewScoped
public class EditEpisode implements Serializable {

    @Inject
    private transient IndicatorService signs;

    @Inject
    private transient Meanwhile meanwhile;

    @Inject
    private transient Notices notices;

    @Inject
    private transient BusinessClock clock;

    private String number;
    private transient CaseHeader header;
    private List<ExploitationPurpose> told = List.of();
    private transient Edit<EpisodeForm> edit;
    private boolean child;

    public void load() {
        FormRow opened = signs.openEpisode(CaseNumber.parse(number));
        header = opened.header();
        told = opened.toldOf(ToldBefore.PURPOSES, ExploitationPurpose.class);
        child = opened.child();
        edit = Edit.of(() -> new EpisodeForm(opened));
    }

    private EpisodeForm reopen() {
        return new EpisodeForm(signs.openEpisode(CaseNumber.parse(number)));
    }

    public String save() {
        EpisodeForm form = edit.getForm();
        boolean saved = meanwhile.save(
                edit,
                () -> signs.saveEpisode(CaseNumber.parse(number), form.getId(), form.getVersion(), form.answers()),
                this::reopen);
        return saved ? overview("intake_overview.saved") : null;
    }

    /** Means are not asked for a child (BR-011). */
    public boolean isChild() {
        return child;
    }

    public List<Vulnerability> getPlainVulnerabilities() {
        return Arrays.stream(Vulnerability.values())
                .filter(each -> !each.health())
                .toList();
    }

    public List<Vulnerability> getHealthVulnerabilities() {
        return Arrays.stream(Vulnerability.values())
                .filter(Vulnerability::health)
                .toList();
    }

    private String overview(String key) {
        notices.done(key);
        return "/intake/overview.xhtml?faces-redirect=true&number=" + number;
    }

    public EpisodeForm getForm() {
        return edit.getForm();
    }

    public CaseHeader getHeader() {
        return header;
    }

    /** What must hold to save it. */
    public Rules getRules() {
        return edit.getForm().answers().rules(clock.today());
    }

    /** What the sender of the referral told; shown beside, as not confirmed (BR-034). */
    public List<ExploitationPurpose> getTold() {
        return told;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
