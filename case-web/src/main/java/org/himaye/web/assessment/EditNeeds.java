package org.himaye.web.assessment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.himaye.assessment.NeedArea;
import org.himaye.assessment.NeedsAssessmentService;
import org.himaye.assessment.NeedsForEdit;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseNumber;
import org.himaye.shared.Rules;
import org.himaye.web.shared.Edit;
import org.himaye.web.shared.Meanwhile;
import org.himaye.web.shared.Notices;

/** {@code /assessment/edit.xhtml}: asks what the person needs; can be left in the middle. */
@Named
@ViewScoped
public class EditNeeds implements Serializable {

    @Inject
    private NeedsAssessmentService needs;

    @Inject
    private transient Meanwhile meanwhile;

    @Inject
    private Notices notices;

    private String number;
    private transient CaseHeader header;
    private transient Edit<NeedsForm> edit;

    public void load() {
        NeedsForEdit opened = needs.openForEdit(CaseNumber.parse(number));
        header = opened.header();
        edit = Edit.of(() -> new NeedsForm(opened.entry()));
    }

    private NeedsForm reopen() {
        return new NeedsForm(needs.openForEdit(CaseNumber.parse(number)).entry());
    }

    public String save() {
        return kept(() -> needs.save(CaseNumber.parse(number), getForm().toEntry()), "assessment_edit.saved");
    }

    public String finish() {
        return kept(() -> needs.finish(CaseNumber.parse(number), getForm().toEntry()), "assessment_edit.finished");
    }

    private String kept(Runnable save, String notice) {
        if (!meanwhile.save(edit, save, this::reopen)) {
            return null;
        }
        notices.done(notice);
        return "/assessment/needs.xhtml?faces-redirect=true&number=" + number;
    }

    /** What must hold to finish it. */
    public Rules getRules() {
        return getForm().toEntry().rules();
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public NeedsForm getForm() {
        return edit.getForm();
    }

    public CaseHeader getHeader() {
        return header;
    }

    /** The seven components of a plan, then what a day needs. */
    public List<NeedArea> getComponents() {
        return Arrays.stream(NeedArea.values()).filter(NeedArea::component).toList();
    }

    public List<NeedArea> getDaily() {
        return Arrays.stream(NeedArea.values())
                .filter(area -> !area.component())
                .toList();
    }
}
