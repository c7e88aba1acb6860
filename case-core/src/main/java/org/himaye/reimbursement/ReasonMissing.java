package org.himaye.reimbursement;

import org.himaye.shared.BusinessException;

/** A step back needs a reason that fits it. */
public class ReasonMissing extends BusinessException {

    ReasonMissing(String field) {
        super(field, new Object[0]);
    }
}
