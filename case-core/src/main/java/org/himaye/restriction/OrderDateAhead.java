package org.himaye.restriction;

import org.himaye.shared.BusinessException;

/** The order is of a day to come. */
public class OrderDateAhead extends BusinessException {

    OrderDateAhead() {
        super("orderDate", new Object[0]);
    }
}
