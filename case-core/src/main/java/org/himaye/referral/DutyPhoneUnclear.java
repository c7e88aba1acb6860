package org.himaye.referral;

import org.himaye.shared.BusinessException;

/** The contact number is no telephone number. */
public class DutyPhoneUnclear extends BusinessException {

    DutyPhoneUnclear() {
        super("dutyPhone", new Object[0]);
    }
}
