package org.himaye.subjectrequest;

import org.himaye.shared.BusinessException;

/** From that day what was done counts as done for it: it is not put back at will. */
public class ReceivedLongAgo extends BusinessException {

    ReceivedLongAgo() {
        super("receivedOn", new Object[0]);
    }
}
