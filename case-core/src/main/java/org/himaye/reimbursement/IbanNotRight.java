package org.himaye.reimbursement;

import org.himaye.shared.BusinessException;

/** What was typed as IBAN cannot be one; says what to look at. */
public class IbanNotRight extends BusinessException {

    /** What is wrong with it. */
    enum Fault {
        COUNTRY,
        LENGTH,
        LETTERS,
        CHECK
    }

    IbanNotRight(Fault fault, int length) {
        super("iban", new Object[] {fault.name(), length});
    }
}
