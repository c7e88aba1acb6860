package org.himaye.referral;

import org.himaye.shared.BusinessException;

/** Neither a sign was seen nor a reason is written (domain.md 2.1). */
public class IndicatorOrReasonNeeded extends BusinessException {

    IndicatorOrReasonNeeded() {
        super("indicatorsReason", new Object[0]);
    }
}
