package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** The basis replaces a consent for its own purpose only (domain.md 4.2). */
public class BasisNotForPurpose extends BusinessException {

    BasisNotForPurpose() {
        super("ground", new Object[0]);
    }
}
