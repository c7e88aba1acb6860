package org.himaye.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;
import org.himaye.consent.ConsentList;
import org.himaye.consent.ConsentService;
import org.himaye.person.SpokenLanguage;
import org.himaye.web.shared.Language;
import org.himaye.web.shared.Messages;
import org.himaye.web.shared.Notices;

/** The text on rights, to be read aloud in the person's language, and that it was explained. */
@Named
@ViewScoped
public class ExplainRights implements Serializable {

    /** Paragraphs of the text, in the order to read. */
    private static final List<String> TEXT = List.of(
            "rights.free",
            "rights.will",
            "rights.secret",
            "rights.limits",
            "rights.police",
            "rights.records",
            "rights.help");

    @Inject
    private transient ConsentService consents;

    @Inject
    private transient Messages messages;

    @Inject
    private transient Notices notices;

    private final UUID id = UUID.randomUUID();
    private String number;
    private SpokenLanguage language;
    private Boolean interpreter;
    private transient ConsentList list;

    public void load() {
        list = consents.open(CaseNumber.parse(number));
        language = list.spoken().isEmpty() ? SpokenLanguage.AZ : list.spoken().get(0);
    }

    public String save() {
        consents.explained(CaseNumber.parse(number), id, language, interpreter);
        notices.done("intake_overview.saved");
        return "/intake/overview.xhtml?faces-redirect=true&number=" + number;
    }

    /** The text in the person's first language, in that of the page where there is no translation. */
    public List<String> getText() {
        Language read = Spoken.writtenIn(list.spoken());
        return TEXT.stream().map(key -> messages.in(read, key)).toList();
    }

    public String getTextLanguage() {
        return Spoken.writtenIn(list.spoken()).getTag();
    }

    public ConsentList getList() {
        return list;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public SpokenLanguage getLanguage() {
        return language;
    }

    public void setLanguage(SpokenLanguage language) {
        this.language = language;
    }

    public Boolean getInterpreter() {
        return interpreter;
    }

    public void setInterpreter(Boolean interpreter) {
        this.interpreter = interpreter;
    }
}
