package org.himaye.organisation;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Permission;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.ShortTransaction;

/** The review of rights: every 90 days the supervisor looks at each colleague of the institution and signs. */
@Stateless
@PermitAll
public class RightsReviewService {

    @Inject
    private RightsReviewRepository reviews;

    @Inject
    private PeopleRepository people;

    @Inject
    private WorkOnCases work;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    @Inject
    private ActRecord record;

    /** The list of the caller's institution as it is today, without the caller: an administrator or a second supervisor decides there. */
    @Act(value = Permission.RIGHTS_REVIEW, action = Action.LIST, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public RightsReview open() {
        Caller caller = currentCaller.get();
        RightsReview review = transaction.read(() -> new RightsReview(
                reviews.dueAt(caller.institution()), reviews.lines(caller.institution(), caller.sub())));
        record.field("staff", "displayName", OPERATIONAL);
        record.field("staff", "role", OPERATIONAL);
        record.rows(review.lines().size());
        return review;
    }

    /**
     * Signs the list. Whose access is not kept loses it with this act, as at the end of employment.
     *
     * @return who lost it, for the identity provider to be told
     * @throws RightsUndecided when a line has no decision
     * @throws ChangedMeanwhile when the list is another one by now
     */
    @Act(value = Permission.RIGHTS_SIGN, action = Action.UPDATE)
    public List<UUID> sign(Map<RightsLine, RightsDecision> decisions) {
        Caller caller = currentCaller.get();
        UUID review = UUID.randomUUID();
        record.on("rights_review", review);
        List<RightsLine> lines = reviews.lines(caller.institution(), caller.sub());
        if (decisions.containsValue(null)) {
            throw new RightsUndecided();
        }
        if (!subs(lines).equals(subs(decisions.keySet()))) {
            throw new ChangedMeanwhile();
        }
        reviews.sign(review, caller.institution(), caller.sub(), clock.instant());
        List<UUID> ended = new ArrayList<>();
        decisions.forEach((line, decision) -> {
            reviews.decide(review, caller.sub(), line, decision);
            if (decision != RightsDecision.KEEP) {
                end(line, decision);
                ended.add(line.sub());
            }
        });
        record.field("rights_review_line", "decision", OPERATIONAL);
        record.rows(decisions.size());
        return ended;
    }

    private void end(RightsLine line, RightsDecision decision) {
        if (!people.end(line.sub(), line.version(), decision.reason(), clock.instant())) {
            throw new ChangedMeanwhile();
        }
        people.endSessions(line.sub());
        people.forgetDrafts(line.sub());
        work.left(line.sub());
    }

    private static HashSet<UUID> subs(Iterable<RightsLine> lines) {
        HashSet<UUID> subs = new HashSet<>();
        lines.forEach(line -> subs.add(line.sub()));
        return subs;
    }
}
