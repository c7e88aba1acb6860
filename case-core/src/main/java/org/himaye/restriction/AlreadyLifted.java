package org.himaye.restriction;

import org.himaye.shared.BusinessException;

/** Somebody else has lifted it meanwhile. */
public class AlreadyLifted extends BusinessException {

    AlreadyLifted() {
        super();
    }
}
