package org.himaye.referral;

import org.himaye.shared.BusinessException;

/** The step needs one of the reasons that are open for it. */
public class ReasonNeeded extends BusinessException {

    ReasonNeeded() {
        super("reason", new Object[0]);
    }
}
