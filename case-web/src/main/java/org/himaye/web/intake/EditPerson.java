package org.himaye.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseNumber;
import org.himaye.intake.PartRow;
import org.himaye.intake.PersonFileService;
import org.himaye.person.AgeBand;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Rules;
import org.himaye.web.shared.Edit;
import org.himaye.web.shared.Meanwhile;
import org.himaye.web.shared.Notices;

/** The part on the person: name, age, nationality, languages; all of identity may stay empty. */
@Named
@ViewScoped
public class EditPerson implements Serializable {

    @Inject
    private transient PersonFileService people;

    @Inject
    private transient Meanwhile meanwhile;

    @Inject
    private transient Notices notices;

    @Inject
    private transient BusinessClock clock;

    private String number;
    private transient CaseHeader header;
    private transient Edit<PersonForm> edit;
    private boolean agesDiffer;

    public void load() {
        PartRow opened = people.openForEdit(CaseNumber.parse(number));
        header = opened.header();
        edit = Edit.of(() -> new PersonForm(opened));
    }

    private PersonForm reopen() {
        return new PersonForm(people.openForEdit(CaseNumber.parse(number)));
    }

    public String save() {
        PersonForm form = edit.getForm();
        boolean saved = meanwhile.save(
                edit,
                () -> agesDiffer = people.save(CaseNumber.parse(number), form.getVersion(), form.answers()),
                this::reopen);
        if (saved && agesDiffer) {
            notices.done("intake_person.agesDiffer");
        }
        return saved ? overview("intake_overview.saved") : null;
    }

    /** What one can tell without a birthday; the exact band follows from the age. */
    public List<AgeBand> getAgeGroups() {
        AgeBand now = edit.getForm().getAgeGroup();
        List<AgeBand> told = List.of(AgeBand.ADULT, AgeBand.CHILD, AgeBand.UNKNOWN);
        return told.contains(now)
                ? told
                : java.util.stream.Stream.concat(java.util.stream.Stream.of(now), told.stream())
                        .toList();
    }

    private String overview(String key) {
        notices.done(key);
        return "/intake/overview.xhtml?faces-redirect=true&number=" + number;
    }

    public PersonForm getForm() {
        return edit.getForm();
    }

    public CaseHeader getHeader() {
        return header;
    }

    /** What must hold to save it. */
    public Rules getRules() {
        return edit.getForm().answers().rules(clock.today());
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
