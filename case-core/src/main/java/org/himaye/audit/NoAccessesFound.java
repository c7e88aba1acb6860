package org.himaye.audit;

import org.himaye.shared.BusinessException;

/** A question is about accesses, and none fits. */
public class NoAccessesFound extends BusinessException {

    NoAccessesFound() {
        super();
    }
}
