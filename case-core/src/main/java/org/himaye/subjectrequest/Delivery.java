package org.himaye.subjectrequest;

import org.himaye.shared.AnswerMissing;
import org.himaye.shared.Rules;

/**
 * That she has her answer.
 *
 * @param warned she knew that a paper may endanger her, and wanted it
 * @param appealTold she was told where she can complain
 */
public record Delivery(
        AnswerForm form, AnswerLanguage language, boolean interpreter, Boolean warned, Boolean appealTold) {

    Rules rules(RequestOutcome outcome) {
        return new Rules()
                .unless(form != null, () -> new AnswerMissing("deliveredForm"))
                .unless(language != null, () -> new AnswerMissing("deliveredLanguage"))
                .unless(form != AnswerForm.ON_PAPER || Boolean.TRUE.equals(warned), PaperNotWarned::new)
                .unless(outcome == RequestOutcome.GRANTED || Boolean.TRUE.equals(appealTold), AppealNotTold::new);
    }
}
