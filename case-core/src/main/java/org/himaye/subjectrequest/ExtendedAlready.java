package org.himaye.subjectrequest;

import org.himaye.shared.BusinessException;

/** A term is extended once. */
public class ExtendedAlready extends BusinessException {

    ExtendedAlready() {
        super();
    }
}
