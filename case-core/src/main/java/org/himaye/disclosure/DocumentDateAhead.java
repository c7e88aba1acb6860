package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** A decision is not of a day to come. */
public class DocumentDateAhead extends BusinessException {

    DocumentDateAhead() {
        super("documentDate", new Object[0]);
    }
}
