package org.himaye.consent;

import java.time.LocalDate;
import java.util.UUID;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.Rules;
import org.himaye.shared.TypedText;

/**
 * What the person (or who may act for a child) answered.
 *
 * @param id made by the form, so that a double click records one answer
 * @param planVersion for {@link ConsentScope#PLAN} the version of the plan, otherwise null
 * @param given false for a refusal
 * @param interpreterIsParty the interpreter belongs to the person's story: such an answer does not count; null where nobody
 *     interpreted
 * @param validTo last day, inclusive; null takes the configured length
 * @param refusedReason never asked for; null if the person said nothing
 */
public record ConsentAnswer(
        UUID id,
        ConsentScope scope,
        UUID planVersion,
        boolean given,
        ConsentGiver givenBy,
        ConsentMethod method,
        SpokenLanguage language,
        boolean interpreter,
        Boolean interpreterIsParty,
        LocalDate validTo,
        String refusedReason) {

    public ConsentAnswer {
        refusedReason = TypedText.of("refusedReason", refusedReason, Consent.REASON_LENGTH);
    }

    /**
     * Only who may answers, without an interpreter who has a part in the story, and for a time.
     *
     * @param child the person is a child or presumed to be one (BR-014)
     * @param lastDay of a given one, inclusive
     */
    public Rules rules(boolean child, LocalDate lastDay, LocalDate today) {
        boolean late =
                lastDay != null && (lastDay.isBefore(today) || lastDay.isAfter(today.plusYears(Consent.LONGEST_YEARS)));
        return new Rules()
                .unless(!interpreter || interpreterIsParty != null, InterpreterNotAsked::new)
                .unless(!Boolean.TRUE.equals(interpreterIsParty), InterpreterIsParty::new)
                .unless(!given || !child || givenBy != ConsentGiver.VICTIM, ChildNeedsGuardian::new)
                .unless(child || givenBy == null || givenBy.mayAnswerForAdult(), AdultAnswersAlone::new)
                .unless(!given || !late, () -> new ConsentPeriodWrong(Consent.LONGEST_YEARS));
    }
}
