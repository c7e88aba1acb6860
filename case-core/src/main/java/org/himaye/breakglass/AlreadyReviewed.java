package org.himaye.breakglass;

import org.himaye.shared.BusinessException;

/** Somebody else has reviewed it meanwhile. */
public class AlreadyReviewed extends BusinessException {

    AlreadyReviewed() {
        super();
    }
}
