package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** What was not made here cannot have gone. */
public class NothingMade extends BusinessException {

    NothingMade() {
        super();
    }
}
