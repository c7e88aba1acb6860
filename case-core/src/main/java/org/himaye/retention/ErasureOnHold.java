package org.himaye.retention;

import org.himaye.shared.BusinessException;

/** A legal hold is on the case: it is lifted first. */
public class ErasureOnHold extends BusinessException {

    ErasureOnHold() {
        super();
    }
}
