package org.himaye.reimbursement;

import org.himaye.shared.BusinessException;

/** A bank transfer needs an account. */
public class IbanMissing extends BusinessException {

    IbanMissing() {
        super("iban", new Object[0]);
    }
}
