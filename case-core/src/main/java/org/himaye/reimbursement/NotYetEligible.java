package org.himaye.reimbursement;

import org.himaye.casefile.IdentificationStatus;
import org.himaye.shared.BusinessException;

/** The kind needs an identification status that is not reached; a draft can be kept until then. */
public class NotYetEligible extends BusinessException {

    public NotYetEligible(IdentificationStatus required) {
        super(required);
    }
}
