package org.himaye.retention;

import org.himaye.shared.BusinessException;

/** Nobody has judged an emergency access to the case: erasing would hide it. */
public class ErasureBeforeReview extends BusinessException {

    ErasureBeforeReview() {
        super();
    }
}
