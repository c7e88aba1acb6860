package org.himaye.subjectrequest;

import org.himaye.shared.BusinessException;

/** Who entered or prepared it does not decide on it. */
public class RequestNeedsAnother extends BusinessException {

    RequestNeedsAnother() {
        super();
    }
}
