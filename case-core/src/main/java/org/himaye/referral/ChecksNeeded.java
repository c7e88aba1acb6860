package org.himaye.referral;

import org.himaye.shared.BusinessException;

/** Capacity and safety are checked before a person is accepted. */
public class ChecksNeeded extends BusinessException {

    ChecksNeeded() {
        super("capacityChecked", new Object[0]);
    }
}
