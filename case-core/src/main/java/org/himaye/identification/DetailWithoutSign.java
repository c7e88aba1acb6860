package org.himaye.identification;

import org.himaye.shared.BusinessException;

/** A detail was ticked whose sign was not seen. */
public class DetailWithoutSign extends BusinessException {

    public DetailWithoutSign(Indicator sign) {
        super("details." + sign + ".codes", new Object[0]);
    }
}
