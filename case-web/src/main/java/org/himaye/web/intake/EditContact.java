package org.himaye.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.intake.PersonFile;
import org.himaye.intake.PersonFileService;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Rules;
import org.himaye.web.shared.Edit;
import org.himaye.web.shared.Meanwhile;
import org.himaye.web.shared.Notices;

/** Ways to reach the person safely: those that are known, and a form for one of them or a new one. */
@Named
@ViewScoped
public class EditContact implements Serializable {

    @Inject
    private transient PersonFileService people;

    @Inject
    private transient Meanwhile meanwhile;

    @Inject
    private transient Notices notices;

    @Inject
    private transient BusinessClock clock;

    private final UUID fresh = UUID.randomUUID();
    private String number;
    private String contact;
    private transient PersonFile file;
    private transient Edit<ContactForm> edit;

    public void load() {
        file = people.openContacts(CaseNumber.parse(number));
        edit = Edit.of(() -> form(file));
    }

    /** The one that the address names, otherwise an empty one. */
    private ContactForm form(PersonFile opened) {
        return opened.contacts().stream()
                .filter(row -> row.rowId().toString().equals(contact))
                .findFirst()
                .map(ContactForm::new)
                .orElseGet(() -> new ContactForm(fresh));
    }

    public String save() {
        ContactForm form = edit.getForm();
        boolean saved = meanwhile.save(
                edit,
                () -> people.saveContact(CaseNumber.parse(number), form.getId(), form.getVersion(), form.answers()),
                () -> form(people.openContacts(CaseNumber.parse(number))));
        if (!saved) {
            return null;
        }
        notices.done("intake_contact.saved");
        return "/intake/contact.xhtml?faces-redirect=true&number=" + number;
    }

    public boolean isNew() {
        return contact == null;
    }

    public List<RevealedRow> getContacts() {
        return file.contacts();
    }

    public PersonFile getFile() {
        return file;
    }

    public ContactForm getForm() {
        return edit.getForm();
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

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }
}
