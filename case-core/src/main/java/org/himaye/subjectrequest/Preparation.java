package org.himaye.subjectrequest;

import java.util.List;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.Rules;
import org.himaye.shared.TypedText;

/**
 * What comes of a request.
 *
 * @param grounds why not all of it; none where all is granted
 * @param hiddenNames names of others, one on each line, that are blacked out wherever they stand; null where there is none
 */
public record Preparation(RequestOutcome outcome, List<NarrowingGround> grounds, String hiddenNames) {

    public static final int NAMES_LENGTH = 1000;

    public Preparation {
        grounds = grounds == null
                ? List.of()
                : grounds.stream().sorted().distinct().toList();
        hiddenNames = TypedText.of("hiddenNames", hiddenNames, NAMES_LENGTH);
    }

    Rules rules(SubjectRequestKind kind) {
        return new Rules()
                .unless(outcome != null, () -> new AnswerMissing("outcome"))
                .unless(
                        outcome == null
                                || outcome == RequestOutcome.GRANTED
                                || !kind.grounds().isEmpty(),
                        NeverRefused::new)
                .unless(
                        outcome == null || outcome == RequestOutcome.GRANTED || !grounds.isEmpty(),
                        () -> new AnswerMissing("grounds"))
                .unless(
                        kind.grounds().containsAll(grounds) && (outcome != RequestOutcome.GRANTED || grounds.isEmpty()),
                        GroundNotForKind::new);
    }
}
