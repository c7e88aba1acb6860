package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** What has not happened yet is not recorded. */
public class InformedOnAhead extends BusinessException {

    InformedOnAhead() {
        super("informedOn", new Object[0]);
    }
}
