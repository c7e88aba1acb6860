package org.himaye.subjectrequest;

import org.himaye.shared.BusinessException;

/** Taking a consent back is never refused (BR-005). */
public class NeverRefused extends BusinessException {

    NeverRefused() {
        super("outcome", new Object[0]);
    }
}
