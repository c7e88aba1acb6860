package org.himaye.breakglass;

import org.himaye.shared.BusinessException;

/** The reason does not say what happened. The argument is the fewest characters it takes. */
public class ReasonTooShort extends BusinessException {

    ReasonTooShort(int shortest) {
        super("reasonText", new Object[] {shortest});
    }
}
