package org.himaye.reimbursement;

import org.himaye.shared.BusinessException;

/** A bank's reference has 4 to 35 letters, digits, points, slashes or hyphens. */
public class BankReferenceNotRight extends BusinessException {

    BankReferenceNotRight() {
        super("bankReference", new Object[0]);
    }
}
