package org.himaye.identification;

import org.himaye.shared.BusinessException;

/** The special unit has this case already. */
public class AlreadyNotified extends BusinessException {

    public AlreadyNotified() {
        super();
    }
}
