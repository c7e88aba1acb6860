package org.himaye.subjectrequest;

import org.himaye.shared.BusinessException;

/** What has not been asked yet is not recorded. */
public class ReceivedAhead extends BusinessException {

    ReceivedAhead() {
        super("receivedOn", new Object[0]);
    }
}
