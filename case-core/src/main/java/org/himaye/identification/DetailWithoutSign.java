package org.himaye.identification;

import org.himaye.shared.BusinessException;

/** A detail was ticked whose sign was not seen. */
public class DetailWithoutSign extends BusinessException {

    public DetailWithoutSign() {
        super("details", new Object[0]);
    }
}
