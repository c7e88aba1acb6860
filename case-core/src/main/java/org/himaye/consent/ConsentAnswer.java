package org.himaye.consent;

import java.time.LocalDate;
import java.util.UUID;
import org.himaye.person.SpokenLanguage;
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
}
