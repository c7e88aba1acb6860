package org.himaye.referral;

import org.himaye.shared.BusinessException;

/** The chosen institution does not take referrals (BR-035). */
public class ReceiverNotAvailable extends BusinessException {

    ReceiverNotAvailable() {
        super("receiver", new Object[0]);
    }
}
