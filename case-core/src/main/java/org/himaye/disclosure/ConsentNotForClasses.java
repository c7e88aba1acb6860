package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** The consent does not cover what would go. */
public class ConsentNotForClasses extends BusinessException {

    ConsentNotForClasses() {
        super();
    }
}
