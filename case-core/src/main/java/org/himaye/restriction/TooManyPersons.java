package org.himaye.restriction;

import org.himaye.shared.BusinessException;

/** More persons than a restriction names. */
public class TooManyPersons extends BusinessException {

    TooManyPersons() {
        super("persons", new Object[0]);
    }
}
