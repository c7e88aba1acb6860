package org.himaye.web.assessment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.himaye.assessment.NeedsAssessmentService;
import org.himaye.assessment.NeedsEntry;
import org.himaye.assessment.NeedsForEdit;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseNumber;
import org.himaye.web.shared.Notices;

/** {@code /assessment/edit.xhtml}: asks what the person needs; can be left in the middle. */
@Named
@ViewScoped
public class EditNeeds implements Serializable {

    @Inject
    private NeedsAssessmentService needs;

    @Inject
    private Notices notices;

    private String number;
    private transient CaseHeader header;
    private transient NeedsEntry opened;
    private transient List<NeedForm> lines = List.of();
    private String ownView;

    public void load() {
        NeedsForEdit form = needs.openForEdit(CaseNumber.parse(number));
        header = form.header();
        opened = form.entry();
        ownView = opened.ownView();
        lines = opened.answers().stream().map(NeedForm::new).toList();
    }

    public String save() {
        needs.save(CaseNumber.parse(number), entry());
        notices.done("assessment_edit.saved");
        return back();
    }

    public String finish() {
        needs.finish(CaseNumber.parse(number), entry());
        notices.done("assessment_edit.finished");
        return back();
    }

    private String back() {
        return "/assessment/needs.xhtml?faces-redirect=true&number=" + number;
    }

    private NeedsEntry entry() {
        return new NeedsEntry(
                opened.id(),
                opened.version(),
                ownView,
                lines.stream().map(NeedForm::toAnswer).toList());
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getOwnView() {
        return ownView;
    }

    public void setOwnView(String ownView) {
        this.ownView = ownView;
    }

    public CaseHeader getHeader() {
        return header;
    }

    /** The seven components of a plan, then what a day needs. */
    public List<NeedForm> getComponents() {
        return lines.stream().filter(l -> l.getArea().component()).toList();
    }

    public List<NeedForm> getDaily() {
        return lines.stream().filter(l -> !l.getArea().component()).toList();
    }
}
