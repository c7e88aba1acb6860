package org.himaye.reimbursement;

import org.himaye.shared.BusinessException;

/** This kind goes to the person, or to the guardian of a child. */
public class PayeeNotAllowed extends BusinessException {

    PayeeNotAllowed() {
        super("payeeKind", new Object[0]);
    }
}
