package org.himaye.web.subjectrequest;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.himaye.casefile.CaseNumber;
import org.himaye.subjectrequest.SubjectAnswerService;
import org.himaye.subjectrequest.WhoSaw;
import org.himaye.web.shared.Language;

/** {@code /subjectrequest/whosaw.xhtml}: who saw the person's data and to whom it went, in the language that she chose. */
@Named
@ViewScoped
public class PrintWhoSaw implements Serializable {

    @Inject
    private transient SubjectAnswerService service;

    private String number;
    private String request;
    private String language;
    private transient WhoSaw view;

    public void load() {
        view = service.whoSaw(CaseNumber.parse(number), RequestIds.of(request));
        Language.ofTag(language)
                .orElse(Language.valueOf(view.language().name()))
                .forThisPage();
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    public Language getChosen() {
        return Language.current();
    }

    public WhoSaw getView() {
        return view;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getRequest() {
        return request;
    }

    public void setRequest(String request) {
        this.request = request;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
