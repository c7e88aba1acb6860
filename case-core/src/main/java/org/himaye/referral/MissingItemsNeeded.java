package org.himaye.referral;

import org.himaye.shared.BusinessException;

/** A referral is returned for named items only (BR-034). */
public class MissingItemsNeeded extends BusinessException {

    MissingItemsNeeded() {
        super("missing", new Object[0]);
    }
}
