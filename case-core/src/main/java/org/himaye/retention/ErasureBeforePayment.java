package org.himaye.retention;

import org.himaye.shared.BusinessException;

/** A payment is asked for and not made. */
public class ErasureBeforePayment extends BusinessException {

    ErasureBeforePayment() {
        super();
    }
}
