package org.himaye.reimbursement;

import org.himaye.shared.BusinessException;

/** Not above zero, not in whole qəpik, or too large (BR-061). */
public class AmountNotPossible extends BusinessException {

    AmountNotPossible() {
        super("amount", new Object[0]);
    }
}
