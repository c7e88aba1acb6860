package org.himaye.restriction;

import org.himaye.shared.BusinessException;

/** The order is over already. */
public class OrderOver extends BusinessException {

    OrderOver() {
        super("endsOn", new Object[0]);
    }
}
