package org.himaye.subjectrequest;

import org.himaye.shared.BusinessException;

/** A payment is open: it can only be narrowed, and that is the reason. */
public class PaymentStillOpen extends BusinessException {

    PaymentStillOpen() {
        super("outcome", new Object[0]);
    }
}
