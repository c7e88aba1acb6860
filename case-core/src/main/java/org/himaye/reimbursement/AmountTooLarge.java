package org.himaye.reimbursement;

import java.math.BigDecimal;
import org.himaye.shared.BusinessException;

/** Larger than any amount that can be meant. */
public class AmountTooLarge extends BusinessException {

    public AmountTooLarge(BigDecimal most) {
        super("amount", new Object[] {most});
    }
}
