package org.himaye.casefile;

import org.himaye.shared.BusinessException;

/** A case passes on for a reason, by its code. */
public class HandoverReasonNeeded extends BusinessException {

    /** @param field in which it is asked */
    public HandoverReasonNeeded(String field) {
        super(field, new Object[0]);
    }
}
