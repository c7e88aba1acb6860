package org.himaye.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;
import org.himaye.consent.ConsentList;
import org.himaye.consent.ConsentService;
import org.himaye.consent.RightsBriefing;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.Rules;
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
    private String read;
    private Language shown;
    private SpokenLanguage language;
    private Boolean interpreter;
    private transient ConsentList list;

    public void load() {
        list = consents.open(CaseNumber.parse(number));
        Optional<Language> chosen = Language.ofTag(read == null ? "" : read);
        shown = chosen.orElseGet(() -> Spoken.writtenIn(list.spoken()));
        language = chosen.isPresent() || list.spoken().isEmpty()
                ? spoken(shown)
                : list.spoken().get(0);
    }

    public String save() {
        consents.explained(CaseNumber.parse(number), id, language, spoken(shown), interpreter);
        notices.done("intake_overview.saved");
        return "/intake/overview.xhtml?faces-redirect=true&number=" + number;
    }

    /** What must hold to note it. */
    public Rules getRules() {
        return RightsBriefing.rules(language, spoken(shown));
    }

    private static SpokenLanguage spoken(Language written) {
        return SpokenLanguage.valueOf(written.name());
    }

    /** The text in the language that was chosen, else in the person's first one that it is written in, else in the page's. */
    public List<String> getText() {
        return TEXT.stream().map(key -> messages.in(shown, key)).toList();
    }

    public Language getShown() {
        return shown;
    }

    /** The text exists in these. */
    public List<Language> getWritten() {
        return List.of(Language.values());
    }

    public String getRead() {
        return read;
    }

    public void setRead(String read) {
        this.read = read;
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
