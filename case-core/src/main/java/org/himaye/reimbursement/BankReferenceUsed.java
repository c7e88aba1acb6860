package org.himaye.reimbursement;

import org.himaye.shared.BusinessException;

/** Another payment was booked with this reference already (BR-063). */
public class BankReferenceUsed extends BusinessException {

    BankReferenceUsed() {
        super("bankReference", new Object[0]);
    }
}
