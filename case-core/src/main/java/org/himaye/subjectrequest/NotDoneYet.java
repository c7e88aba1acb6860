package org.himaye.subjectrequest;

import org.himaye.shared.BusinessException;

/** What is said to be done stands nowhere in the case yet. */
public class NotDoneYet extends BusinessException {

    NotDoneYet() {
        super("outcome", new Object[0]);
    }
}
