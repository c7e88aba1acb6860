package org.himaye.reimbursement;

import org.himaye.shared.BusinessException;

/** The rule for this kind has ended or has not begun (BR-067). */
public class RuleNotInForce extends BusinessException {

    RuleNotInForce() {}
}
