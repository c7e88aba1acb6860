package org.himaye.reimbursement;

import java.math.BigDecimal;
import org.himaye.shared.BusinessException;

/** More than the rule gives. */
public class AmountAboveRule extends BusinessException {

    AmountAboveRule(BigDecimal most) {
        super("amount", new Object[] {most});
    }
}
