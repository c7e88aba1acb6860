package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** It ends on a day to come, not later than half a year from now. */
public class ExpiryNotPossible extends BusinessException {

    ExpiryNotPossible() {
        super("expiresOn", new Object[0]);
    }
}
