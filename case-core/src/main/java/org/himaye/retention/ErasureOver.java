package org.himaye.retention;

import org.himaye.shared.BusinessException;

/** Somebody else has taken it back, or it is done. */
public class ErasureOver extends BusinessException {

    ErasureOver() {
        super();
    }
}
