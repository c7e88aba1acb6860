package org.himaye.reimbursement;

import java.math.BigDecimal;
import org.himaye.shared.BusinessException;

/** More than one approver decides alone. */
public class AmountAboveCeiling extends BusinessException {

    AmountAboveCeiling(BigDecimal most) {
        super(most);
    }
}
