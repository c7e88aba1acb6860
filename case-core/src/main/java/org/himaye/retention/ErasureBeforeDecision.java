package org.himaye.retention;

import org.himaye.shared.BusinessException;

/** The special unit has not decided yet. */
public class ErasureBeforeDecision extends BusinessException {

    ErasureBeforeDecision() {
        super();
    }
}
