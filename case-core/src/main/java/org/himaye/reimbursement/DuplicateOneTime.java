package org.himaye.reimbursement;

import org.himaye.shared.BusinessException;

/** This allowance is given once, and the person has asked for it before, in this case or an earlier one (BR-063). */
public class DuplicateOneTime extends BusinessException {

    DuplicateOneTime() {}
}
