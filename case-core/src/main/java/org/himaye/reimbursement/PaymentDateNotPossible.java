package org.himaye.reimbursement;

import org.himaye.shared.BusinessException;

/** Paid in the future, or before it was approved. */
public class PaymentDateNotPossible extends BusinessException {

    PaymentDateNotPossible() {
        super("paidOn", new Object[0]);
    }
}
