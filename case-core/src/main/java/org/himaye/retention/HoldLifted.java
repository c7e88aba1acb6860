package org.himaye.retention;

import org.himaye.shared.BusinessException;

/** Somebody else has lifted it meanwhile. */
public class HoldLifted extends BusinessException {

    HoldLifted() {
        super();
    }
}
