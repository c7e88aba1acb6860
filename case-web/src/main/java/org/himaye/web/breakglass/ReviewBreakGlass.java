package org.himaye.web.breakglass;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.himaye.breakglass.BreakGlassReview;
import org.himaye.breakglass.BreakGlassService;
import org.himaye.breakglass.Verdict;
import org.himaye.casefile.CaseNumber;
import org.himaye.web.shared.Notices;

/** {@code /breakglass/review.xhtml}: another person says what to think of an urgent access. */
@Named
@ViewScoped
public class ReviewBreakGlass implements Serializable {

    @Inject
    private transient BreakGlassService service;

    @Inject
    private transient Notices notices;

    private String number;
    private UUID id;
    private int version;
    private Verdict verdict;
    private String reviewNote;
    private transient BreakGlassReview review;

    /** Before each answer, so that each answer that shows something is one act; what is judged is what the first one showed. */
    public void load() {
        review = service.openForReview(CaseNumber.parse(number));
        if (id == null) {
            id = review.id();
            version = review.version();
        }
    }

    public String save() {
        service.review(CaseNumber.parse(number), id, version, verdict, reviewNote);
        notices.done("breakglass_review.done", number);
        return "/task/myday.xhtml?faces-redirect=true";
    }

    public BreakGlassReview getReview() {
        return review;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public Verdict getVerdict() {
        return verdict;
    }

    public void setVerdict(Verdict verdict) {
        this.verdict = verdict;
    }

    public String getReviewNote() {
        return reviewNote;
    }

    public void setReviewNote(String reviewNote) {
        this.reviewNote = reviewNote;
    }
}
