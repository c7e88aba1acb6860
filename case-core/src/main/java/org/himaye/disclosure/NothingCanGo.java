package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** Without a basis, or where nobody is known, there is nothing but to refuse. */
public class NothingCanGo extends BusinessException {

    NothingCanGo() {
        super();
    }
}
