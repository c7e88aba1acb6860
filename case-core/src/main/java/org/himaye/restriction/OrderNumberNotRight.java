package org.himaye.restriction;

import org.himaye.shared.BusinessException;

/** The number of an order is of digits, Latin letters, dots, strokes and dashes: words do not belong there. */
public class OrderNumberNotRight extends BusinessException {

    OrderNumberNotRight() {
        super("orderNumber", new Object[0]);
    }
}
