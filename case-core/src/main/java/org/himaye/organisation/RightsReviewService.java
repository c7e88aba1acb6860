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
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Refused;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.ShortTransaction;

/**
 * The review of rights: every 90 days the supervisor looks at each colleague of the institution and signs. Where nobody supervises,
 * the privacy officer does; never whoever grants rights (ADR 17).
 */
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

    /**
     * The list of an institution as it is today, without the caller: an administrator or a second supervisor decides there.
     *
     * @param institution null for the only one that the caller signs for; of several one is to be chosen
     * @throws Refused when there is no such institution or somebody else signs for it
     */
    @Act(value = Permission.RIGHTS_REVIEW, action = Action.LIST)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public RightsReview open(UUID institution) {
        record.on("institution", institution);
        RightsReview review = transaction.read(() -> list(institution));
        record.field("staff", "displayName", OPERATIONAL);
        record.field("staff", "role", OPERATIONAL);
        record.rows(review.lines().size());
        return review;
    }

    private RightsReview list(UUID institution) {
        List<ReviewPlace> places = signedByCaller();
        if (institution == null && places.size() != 1) {
            return new RightsReview(places, null, List.of());
        }
        ReviewPlace place = institution == null ? places.getFirst() : require(places, institution);
        return new RightsReview(
                places,
                place,
                reviews.lines(place.institution(), currentCaller.get().sub()));
    }

    private List<ReviewPlace> signedByCaller() {
        Caller caller = currentCaller.get();
        return switch (caller.role()) {
            case SUPERVISOR -> reviews.own(caller.institution());
            case PRIVACY_OFFICER -> reviews.unsupervised();
            default -> List.of();
        };
    }

    private static ReviewPlace require(List<ReviewPlace> places, UUID institution) {
        return places.stream()
                .filter(place -> place.institution().equals(institution))
                .findFirst()
                .orElseThrow(() -> new Refused(AccessReason.NO_RELATION));
    }

    /**
     * Signs the list. Whose access is not kept loses it with this act, as at the end of employment.
     *
     * @return who lost it, for the identity provider to be told
     * @throws Refused when somebody else signs for the institution by now
     * @throws RightsUndecided when a line has no decision
     * @throws ChangedMeanwhile when the list is another one by now
     */
    @Act(value = Permission.RIGHTS_SIGN, action = Action.UPDATE)
    public List<UUID> sign(UUID institution, Map<RightsLine, RightsDecision> decisions) {
        Caller caller = currentCaller.get();
        UUID review = UUID.randomUUID();
        record.on("rights_review", review);
        require(signedByCaller(), institution);
        List<RightsLine> lines = reviews.lines(institution, caller.sub());
        if (decisions.containsValue(null)) {
            throw new RightsUndecided();
        }
        if (!subs(lines).equals(subs(decisions.keySet()))) {
            throw new ChangedMeanwhile();
        }
        reviews.sign(review, institution, caller.sub(), clock.instant());
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
