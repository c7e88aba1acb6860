package org.himaye.retention;

import org.himaye.shared.BusinessException;

/** Whoever set a hold does not lift it. */
public class HoldNeedsAnother extends BusinessException {

    HoldNeedsAnother() {
        super();
    }
}
