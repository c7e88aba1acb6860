package org.himaye.audit;

import org.himaye.shared.BusinessException;

/** An auditor has closed this finding meanwhile. */
public class AlreadyClosed extends BusinessException {

    AlreadyClosed() {
        super();
    }
}
