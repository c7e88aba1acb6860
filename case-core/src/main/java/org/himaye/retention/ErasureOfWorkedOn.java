package org.himaye.retention;

import org.himaye.shared.BusinessException;

/** The case was opened again, or the referral accepted. */
public class ErasureOfWorkedOn extends BusinessException {

    ErasureOfWorkedOn() {
        super();
    }
}
