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

    public void load() {
        purposes = search.begin();
    }

    public void find() {
        answer = null;
        answer = search.search(question(), purpose);
    }

    private SearchQuestion question() {
        return new SearchQuestion(text, birthYear);
    }

    public Rules getRules() {
        return question().rules();
    }

    /** Null before the first question. */
    public SearchAnswer getAnswer() {
        return answer;
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
