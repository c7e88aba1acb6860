package org.himaye.retention;

import org.himaye.shared.BusinessException;

/** A court or the prosecution has suspended access to the case, or is asked to: the order is lifted first. */
public class ErasureUnderOrder extends BusinessException {

    ErasureUnderOrder() {
        super();
    }
}
