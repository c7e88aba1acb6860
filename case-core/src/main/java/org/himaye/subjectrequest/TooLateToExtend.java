package org.himaye.subjectrequest;

import org.himaye.shared.BusinessException;

/** After its last day a term is not extended. */
public class TooLateToExtend extends BusinessException {

    TooLateToExtend() {
        super();
    }
}
