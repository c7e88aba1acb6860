package org.himaye.web.subjectrequest;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.himaye.casefile.CaseNumber;
import org.himaye.subjectrequest.SubjectAnswer;
import org.himaye.subjectrequest.SubjectAnswerService;
import org.himaye.web.history.CodesInText;
import org.himaye.web.shared.AttributeWords;
import org.himaye.web.shared.Functions;
import org.himaye.web.shared.Language;
import org.himaye.web.shared.Messages;

/** {@code /subjectrequest/answer.xhtml}: the answer for the person, to be read to her, shown or printed, in the language that she chose. */
@Named
@ViewScoped
public class PrintAnswer implements Serializable {

    @Inject
    private transient SubjectAnswerService service;

    @Inject
    private transient Messages messages;

    private String number;
    private String request;
    private String language;
    private transient SubjectAnswer view;

    /** What stands under one heading. */
    public record Section(String title, List<List<Line>> items) {}

    /** One value with its label. */
    public record Line(String label, String text) {}

    public void load() {
        view = service.answer(CaseNumber.parse(number), RequestIds.of(request));
        Language.ofTag(language)
                .orElse(Language.valueOf(view.language().name()))
                .forThisPage();
    }

    public List<Section> getSections() {
        return view.parts().stream()
                .map(part -> new Section(
                        messages.get("Logged." + part.table()),
                        part.items().stream()
                                .map(item ->
                                        item.lines().stream().map(this::line).toList())
                                .toList()))
                .toList();
    }

    private Line line(SubjectAnswer.Line line) {
        String words = AttributeWords.of(line.attribute(), messages).orElse(line.attribute());
        return new Line(
                words.substring(words.indexOf(": ") + 1).strip(),
                Functions.show(CodesInText.of(line.attribute(), line.value())));
    }

    /** Key of the sentence that says what came of it. */
    public String getSentence() {
        return switch (view.outcome()) {
            case GRANTED -> "subjectrequest_answer.granted";
            case NARROWED -> "subjectrequest_answer.narrowed";
            case REFUSED -> "subjectrequest_answer.refused";
        };
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    public Language getChosen() {
        return Language.current();
    }

    public SubjectAnswer getView() {
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
