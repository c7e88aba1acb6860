package org.himaye.web.search;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.himaye.confidentiality.Purpose;
import org.himaye.search.SearchAnswer;
import org.himaye.search.SearchQuestion;
import org.himaye.search.SearchService;
import org.himaye.shared.Rules;

/** {@code /search/find.xhtml}: one box. What was typed is sent by POST and stands in no address; the answer is gone with the page. */
@Named
@ViewScoped
public class FindCase implements Serializable {

    @Inject
    private transient SearchService search;

    private List<Purpose> purposes = List.of();
    private String text;
    private Integer birthYear;
    private Purpose purpose;
    private transient SearchAnswer answer;
    private transient SearchAnswer shown;

    public void load() {
        purposes = search.begin();
    }

    public void find() {
        answer = search.search(question(), purpose);
    }

    /** An answer is shown once: what is shown again when a question cannot be asked would be found by nobody, and be on no record. */
    public void forget() {
        shown = answer;
        answer = null;
    }

    private SearchQuestion question() {
        return new SearchQuestion(text, birthYear);
    }

    public Rules getRules() {
        return question().rules();
    }

    /** Null before the first question, and after one that could not be asked. */
    public SearchAnswer getAnswer() {
        return shown;
    }

    public List<Purpose> getPurposes() {
        return purposes;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public Integer getBirthYear() {
        return birthYear;
    }

    public void setBirthYear(Integer birthYear) {
        this.birthYear = birthYear;
    }

    public Purpose getPurpose() {
        return purpose;
    }

    public void setPurpose(Purpose purpose) {
        this.purpose = purpose;
    }
}
