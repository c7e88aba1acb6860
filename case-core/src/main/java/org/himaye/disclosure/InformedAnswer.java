package org.himaye.disclosure;

import java.time.LocalDate;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.Rules;

/**
 * That the person was told, or why not.
 *
 * @param reason null for {@link Informing#BEFORE}
 * @param on the day on which she was told; null while she was not
 * @param language in which
 */
public record InformedAnswer(Informing when, InformingReason reason, LocalDate on, SpokenLanguage language) {

    public Rules rules(LocalDate today) {
        boolean told = when == Informing.BEFORE || on != null;
        return new Rules()
                .unless(when != null, () -> new AnswerMissing("informing"))
                .unless(when == Informing.BEFORE || reason != null, () -> new AnswerMissing("informingReason"))
                .unless(!told || on != null, () -> new AnswerMissing("informedOn"))
                .unless(!told || language != null, () -> new AnswerMissing("informedLanguage"))
                .unless(on == null || !on.isAfter(today), InformedOnAhead::new);
    }
}
