package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** Nothing goes before the person was told, or it is said why not (domain.md 4.3). */
public class PersonNotInformed extends BusinessException {

    PersonNotInformed() {
        super();
    }
}
