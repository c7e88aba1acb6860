package org.himaye.referral;

import org.himaye.shared.BusinessException;

/** The person did not agree, and no ground is given that is open for this age (BR-005). */
public class ConsentGroundNeeded extends BusinessException {

    ConsentGroundNeeded() {
        super("consentGround", new Object[0]);
    }
}
