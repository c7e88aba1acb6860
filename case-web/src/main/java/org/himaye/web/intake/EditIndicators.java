package org.himaye.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseNumber;
import org.himaye.identification.Finding;
import org.himaye.identification.FormRow;
import org.himaye.identification.Indicator;
import org.himaye.identification.IndicatorService;
import org.himaye.identification.ToldBefore;
import org.himaye.shared.Rules;
import org.himaye.web.shared.Edit;
import org.himaye.web.shared.Meanwhile;
import org.himaye.web.shared.Notices;

/** The form of signs with its written conclusion; may be left unfinished. */
@Named
@ViewScoped
public class EditIndicators implements Serializable {

    @Inject
    private transient IndicatorService signs;

    @Inject
    private transient Meanwhile meanwhile;

    @Inject
    private transient Notices notices;

    private String number;
    private transient CaseHeader header;
    private List<Indicator> told = List.of();
    private transient Edit<IndicatorForm> edit;
    private boolean closed;
    private boolean child;

    public void load() {
        FormRow opened = signs.openIndicators(CaseNumber.parse(number));
        header = opened.header();
        told = opened.toldOf(ToldBefore.SIGNS, Indicator.class);
        closed = opened.closed();
        child = opened.child();
        edit = Edit.of(() -> new IndicatorForm(opened));
    }

    private IndicatorForm reopen() {
        return new IndicatorForm(signs.openIndicators(CaseNumber.parse(number)));
    }

    public String save() {
        IndicatorForm form = edit.getForm();
        boolean saved = meanwhile.save(
                edit,
                () -> signs.saveIndicators(CaseNumber.parse(number), form.getId(), form.getVersion(), form.answers()),
                this::reopen);
        return saved ? overview("intake_overview.saved") : null;
    }

    /** Answers every sign that has no answer yet: it was not asked about. Stored with the next save. */
    public void restNotAsked() {
        edit.getForm().getFindings().replaceAll((sign, found) -> found == null ? Finding.NOT_ASKED : found);
    }

    /** Saves and finishes. */
    public String conclude() {
        IndicatorForm form = edit.getForm();
        boolean saved = meanwhile.save(
                edit,
                () -> signs.conclude(
                        CaseNumber.parse(number), form.getId(), form.getVersion(), form.answers(), form.getResult()),
                this::reopen);
        return saved ? overview("intake_indicators.concluded") : null;
    }

    /** Of a child it is told whether a guardian was there. */
    public boolean isChild() {
        return child;
    }

    public boolean isClosed() {
        return closed;
    }

    private String overview(String key) {
        notices.done(key);
        return "/intake/overview.xhtml?faces-redirect=true&number=" + number;
    }

    public IndicatorForm getForm() {
        return edit.getForm();
    }

    public CaseHeader getHeader() {
        return header;
    }

    /** What must hold to save it. */
    public Rules getRules() {
        return edit.getForm().answers().rules();
    }

    /** What must hold to finish it. */
    public Rules getRulesToConclude() {
        return edit.getForm().answers().rulesToConclude(edit.getForm().getResult(), child);
    }

    /** What the sender of the referral told; shown beside, as not confirmed (BR-034). */
    public List<Indicator> getTold() {
        return told;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
