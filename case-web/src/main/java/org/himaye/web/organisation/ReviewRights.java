package org.himaye.web.organisation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.himaye.organisation.RightsDecision;
import org.himaye.organisation.RightsLine;
import org.himaye.organisation.RightsReview;
import org.himaye.organisation.RightsReviewService;
import org.himaye.web.shared.Notices;
import org.himaye.web.signin.AccountsInStep;

/** The supervisor says of each colleague whether the access is still needed, and signs. */
@Named
@ViewScoped
public class ReviewRights implements Serializable {

    @Inject
    private transient RightsReviewService service;

    @Inject
    private transient AccountsInStep provider;

    @Inject
    private transient Notices notices;

    private transient RightsReview review;
    private final transient Map<RightsLine, RightsDecision> decisions = new LinkedHashMap<>();

    public void load() {
        review = service.open();
        review.lines().forEach(line -> decisions.put(line, null));
    }

    public String sign() {
        boolean told = service.sign(decisions).stream().map(provider::tell).reduce(true, Boolean::logicalAnd);
        notices.done(told ? "organisation_reviewrights.signed" : "organisation_colleague.toldLater");
        return "/task/myday.xhtml?faces-redirect=true";
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
