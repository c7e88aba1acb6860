package org.himaye.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.CaseHeader;
import org.himaye.consent.ConsentAnswer;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.Rules;

/**
 * What the steps with the person need to know, without any text of the plan.
 *
 * @param child a guardian answers, and the child's own opinion is recorded beside
 * @param spoken the person's languages, best first
 * @param presentedIn the language in which it was explained; before that the best spoken one
 * @param proposedEnd last day of a consent as the configuration proposes it
 */
public record PlanAgreement(
        CaseHeader header,
        UUID planId,
        int version,
        int planVersion,
        PlanStatus status,
        boolean child,
        List<SpokenLanguage> spoken,
        SpokenLanguage presentedIn,
        LocalDate proposedEnd,
        LocalDate today) {

    /** Those of a consent; and what a child thinks of it is written down when a guardian agrees. */
    public Rules rules(ConsentAnswer answer, String childOpinion) {
        return rules(answer, childOpinion, child, today);
    }

    static Rules rules(ConsentAnswer answer, String childOpinion, boolean child, LocalDate today) {
        return answer.rules(child, answer.validTo(), today)
                .unless(!child || !answer.given() || PlanEntry.given(childOpinion), ChildOpinionMissing::new);
    }
}
