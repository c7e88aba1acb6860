package org.himaye.reimbursement;

import org.himaye.shared.BusinessException;

/** The payee must be named, except for cash in anonymous mode. */
public class PayeeNameMissing extends BusinessException {

    PayeeNameMissing() {
        super("payeeName", new Object[0]);
    }
}
