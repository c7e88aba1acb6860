package org.himaye.audit;

import org.himaye.shared.BusinessException;

/** The answer is not there and not late yet: who is asked is heard first. */
public class AnswerAwaited extends BusinessException {

    AnswerAwaited() {
        super();
    }
}
