package org.himaye.plan;

import org.himaye.shared.BusinessException;

/** For a child, education is never not needed without a reason. */
public class ReasonForChildMissing extends BusinessException {

    public ReasonForChildMissing() {
        super("reason_EDUCATION", new Object[0]);
    }
}
