package org.himaye.retention;

import org.himaye.shared.BusinessException;

/** The privacy officer and the supervisor each say yes; this job has said so already. */
public class ErasureNeedsAnother extends BusinessException {

    ErasureNeedsAnother() {
        super();
    }
}
