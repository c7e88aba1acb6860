package org.himaye.retention;

import org.himaye.shared.BusinessException;

/** The reference of a hold is of digits, Latin letters, dots, strokes and dashes: words do not belong there. */
public class HoldReferenceNotRight extends BusinessException {

    HoldReferenceNotRight() {
        super("reference", new Object[0]);
    }
}
