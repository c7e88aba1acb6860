package org.himaye.casefile;

import org.himaye.shared.BusinessException;

/** A case passes on for a reason, by its code. */
public class HandoverReasonNeeded extends BusinessException {

    public HandoverReasonNeeded() {
        super("reason", new Object[0]);
    }
}
