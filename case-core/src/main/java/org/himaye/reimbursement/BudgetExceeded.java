package org.himaye.reimbursement;

import java.math.BigDecimal;
import org.himaye.shared.BusinessException;

/** The line has not enough left; nothing was committed (BR-067). */
public class BudgetExceeded extends BusinessException {

    BudgetExceeded(BigDecimal left) {
        super(left);
    }
}
