package org.himaye.reimbursement;

import org.himaye.shared.BusinessException;

/** Who asked, reviewed or approved takes no other of these steps on the same request (BR-060). */
public class SeparationOfDuties extends BusinessException {

    SeparationOfDuties() {}
}
