package org.himaye.reimbursement;

import org.himaye.shared.BusinessException;

/** A colleague of the same job took the step first; nothing was written, and the caller may know it, having seen the request. */
public class DecidedMeanwhile extends BusinessException {

    /** @param state where the request stands now */
    public DecidedMeanwhile(ReimbursementState state) {
        super(state);
    }
}
