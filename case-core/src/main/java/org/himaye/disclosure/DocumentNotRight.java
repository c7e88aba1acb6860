package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** The number of a decision is of digits, letters, dots, strokes and dashes: words do not belong there. */
public class DocumentNotRight extends BusinessException {

    DocumentNotRight() {
        super("documentNumber", new Object[0]);
    }
}
