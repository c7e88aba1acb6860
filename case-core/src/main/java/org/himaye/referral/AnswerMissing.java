package org.himaye.referral;

import org.himaye.shared.BusinessException;

/** A part of the minimum set has no answer. */
public class AnswerMissing extends BusinessException {

    AnswerMissing(String field) {
        super(field, new Object[0]);
    }
}
