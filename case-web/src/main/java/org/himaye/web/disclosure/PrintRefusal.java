package org.himaye.web.disclosure;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.himaye.disclosure.DisclosureNumber;
import org.himaye.disclosure.DisclosureService;
import org.himaye.disclosure.RefusalLetter;
import org.himaye.web.shared.Language;

/** {@code /disclosure/refusal.xhtml}: the answer to a refused request, in the language that is chosen. It confirms nothing. */
@Named
@ViewScoped
public class PrintRefusal implements Serializable {

    @Inject
    private transient DisclosureService service;

    private String number;
    private String language;
    private transient RefusalLetter letter;

    public void load() {
        letter = service.refusal(DisclosureNumber.parse(number));
        Language.ofTag(language).ifPresent(Language::forThisPage);
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    public Language getChosen() {
        return Language.current();
    }

    public RefusalLetter getLetter() {
        return letter;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
