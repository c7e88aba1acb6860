package org.himaye.retention;

import org.himaye.shared.BusinessException;

/** The person herself asked for something else and has no answer yet. */
public class ErasureBeforeOwnRequest extends BusinessException {

    ErasureBeforeOwnRequest() {
        super();
    }
}
