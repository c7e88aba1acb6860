package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** A decision or a provision has a number and a date (domain.md 4.2). */
public class BasisNeedsDocument extends BusinessException {

    BasisNeedsDocument() {
        super("ground", new Object[0]);
    }
}
