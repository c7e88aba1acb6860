package org.himaye.retention;

import org.himaye.shared.BusinessException;

/** Somebody outside asked for data and has no answer yet, or may still get what was decided. */
public class ErasureBeforeAnswer extends BusinessException {

    ErasureBeforeAnswer() {
        super();
    }
}
