package org.himaye.restriction;

import org.himaye.shared.BusinessException;

/** Somebody else has confirmed it meanwhile. */
public class AlreadyInForce extends BusinessException {

    AlreadyInForce() {
        super();
    }
}
