package org.himaye.subjectrequest;

import java.time.LocalDate;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.Rules;
import org.himaye.shared.TypedText;

/**
 * What she asks for.
 *
 * @param receivedOn from this day the term runs
 * @param language of a paper; {@code interpreter} when she understands none of ours
 * @param words hers, or null
 */
public record RequestEntry(
        SubjectRequestKind kind,
        LocalDate receivedOn,
        ReceivedHow receivedHow,
        AnswerForm form,
        AnswerLanguage language,
        boolean interpreter,
        String words) {

    public static final int WORDS_LENGTH = 2000;

    /** Days. What was done since she asked counts as done for it, so the day is no free choice. */
    static final int ENTERED_WITHIN = 30;

    public RequestEntry {
        words = TypedText.of("words", words, WORDS_LENGTH);
    }

    public Rules rules(LocalDate today) {
        return new Rules()
                .unless(kind != null, () -> new AnswerMissing("kind"))
                .unless(receivedOn != null, () -> new AnswerMissing("receivedOn"))
                .unless(receivedOn == null || !receivedOn.isAfter(today), ReceivedAhead::new)
                .unless(
                        receivedOn == null || !receivedOn.isBefore(today.minusDays(ENTERED_WITHIN)),
                        ReceivedLongAgo::new)
                .unless(receivedHow != null, () -> new AnswerMissing("receivedHow"))
                .unless(form != null, () -> new AnswerMissing("answerForm"))
                .unless(language != null, () -> new AnswerMissing("language"));
    }
}
