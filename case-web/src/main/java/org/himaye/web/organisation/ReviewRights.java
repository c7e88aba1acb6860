package org.himaye.web.organisation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.himaye.organisation.ReviewPlace;
import org.himaye.organisation.RightsDecision;
import org.himaye.organisation.RightsLine;
import org.himaye.organisation.RightsReview;
import org.himaye.organisation.RightsReviewService;
import org.himaye.web.shared.Ids;
import org.himaye.web.shared.Notices;
import org.himaye.web.signin.AccountsInStep;

/** Whoever signs for an institution says of each colleague whether the access is still needed; with several, one is chosen first. */
@Named
@ViewScoped
public class ReviewRights implements Serializable {

    @Inject
    private transient RightsReviewService service;

    @Inject
    private transient AccountsInStep provider;

    @Inject
    private transient Notices notices;

    private UUID institution;
    private transient RightsReview review;
    private final transient Map<RightsLine, RightsDecision> decisions = new LinkedHashMap<>();

    public void load() {
        review = service.open(institution);
        institution = review.place() == null ? null : review.place().institution();
        review.lines().forEach(line -> decisions.put(line, null));
    }

    public String sign() {
        boolean told = service.sign(institution, decisions).stream()
                .map(provider::tell)
                .reduce(true, Boolean::logicalAnd);
        notices.done(told ? "organisation_reviewrights.signed" : "organisation_colleague.toldLater");
        return "/task/myday.xhtml?faces-redirect=true";
    }

    public String getInstitution() {
        return institution == null ? null : institution.toString();
    }

    public void setInstitution(String chosen) {
        institution = Ids.of(chosen);
    }

    public List<ReviewPlace> getPlaces() {
        return review.places();
    }

    /** True while one of several institutions has to be chosen. */
    public boolean isToChoose() {
        return review.place() == null;
    }

    public RightsReview getReview() {
        return review;
    }

    public List<RightsLine> getLines() {
        return review.lines();
    }

    public Map<RightsLine, RightsDecision> getDecisions() {
        return decisions;
    }
}
