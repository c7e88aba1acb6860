package org.himaye.document;

import org.himaye.shared.BusinessException;

/** The chosen class is none of those that a paper of this kind may have. */
public class DocumentClassNotStricter extends BusinessException {

    DocumentClassNotStricter() {
        super("dataClass", new Object[0]);
    }
}
