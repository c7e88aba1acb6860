package org.himaye.identification;

import org.himaye.shared.BusinessException;

/** The unit has decided on this set. */
public class AlreadyDecided extends BusinessException {

    public AlreadyDecided() {
        super();
    }
}
