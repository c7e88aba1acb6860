package org.himaye.audit;

import org.himaye.shared.BusinessException;

/** Somebody has answered this question meanwhile. */
public class AlreadyAnswered extends BusinessException {

    AlreadyAnswered() {
        super();
    }
}
