package org.himaye.link;

import java.time.LocalDate;
import org.himaye.consent.ConsentAnswer;
import org.himaye.consent.ConsentGiver;
import org.himaye.consent.ConsentMethod;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.Rules;

/**
 * That the person was asked and agrees, in the house that asks or in the one that confirms.
 *
 * @param interpreterIsParty the interpreter belongs to the person's story; null where nobody interpreted
 * @param validTo last day, inclusive
 */
public record LinkAgreement(
        ConsentGiver givenBy,
        ConsentMethod method,
        SpokenLanguage language,
        boolean interpreter,
        Boolean interpreterIsParty,
        LocalDate validTo) {

    /** Those of a consent. */
    public Rules rules(boolean child, LocalDate today) {
        return new ConsentAnswer(
                        null,
                        null,
                        null,
                        true,
                        givenBy,
                        method,
                        language,
                        interpreter,
                        interpreterIsParty,
                        validTo,
                        null)
                .rules(child, validTo, today)
                .unless(givenBy != null, () -> new AnswerMissing("givenBy"))
                .unless(method != null, () -> new AnswerMissing("method"))
                .unless(language != null, () -> new AnswerMissing("language"))
                .unless(validTo != null, () -> new AnswerMissing("validTo"));
    }
}
