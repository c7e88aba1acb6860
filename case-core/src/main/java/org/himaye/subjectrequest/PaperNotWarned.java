package org.himaye.subjectrequest;

import org.himaye.shared.BusinessException;

/** A paper may endanger her: she has to know before she takes it. */
public class PaperNotWarned extends BusinessException {

    PaperNotWarned() {
        super("warned", new Object[0]);
    }
}
