package org.himaye.assessment;

import org.himaye.casefile.CaseStatus;
import org.himaye.shared.BusinessException;

/** Nobody works on the case just now: reopen it first. */
public class CaseNotOpen extends BusinessException {

    public CaseNotOpen(CaseStatus status) {
        super(status);
    }
}
