package org.himaye.reimbursement;

import org.himaye.shared.BusinessException;

/** The line's year is closed or not the present one (BR-067). */
public class BudgetClosed extends BusinessException {

    BudgetClosed(int fiscalYear) {
        super(Integer.toString(fiscalYear));
    }
}
