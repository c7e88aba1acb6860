package org.himaye.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.CaseStatus;
import org.himaye.intake.IntakeService;
import org.himaye.intake.PartRow;
import org.himaye.web.shared.Edit;
import org.himaye.web.shared.Meanwhile;
import org.himaye.web.shared.Notices;

/** The part on immediate danger and urgent health. */
@Named
@ViewScoped
public class EditSafety implements Serializable {

    @Inject
    private transient IntakeService intakes;

    @Inject
    private transient Meanwhile meanwhile;

    @Inject
    private transient Notices notices;

    private String number;
    private transient CaseHeader header;
    private transient Edit<SafetyForm> edit;

    public void load() {
        PartRow opened = intakes.openSafety(CaseNumber.parse(number));
        header = opened.header();
        edit = Edit.of(() -> new SafetyForm(opened));
    }

    private SafetyForm reopen() {
        return new SafetyForm(intakes.openSafety(CaseNumber.parse(number)));
    }

    public String save() {
        SafetyForm form = edit.getForm();
        boolean saved = meanwhile.save(
                edit,
                () -> intakes.saveSafety(CaseNumber.parse(number), form.getVersion(), form.answers()),
                this::reopen);
        return saved ? overview("intake_overview.saved") : null;
    }

    /** After intake health is no longer asked and shown here. */
    public boolean isHealthOpen() {
        return header.status() == CaseStatus.INTAKE;
    }

    private String overview(String key) {
        notices.done(key);
        return "/intake/overview.xhtml?faces-redirect=true&number=" + number;
    }

    public SafetyForm getForm() {
        return edit.getForm();
    }

    public CaseHeader getHeader() {
        return header;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
