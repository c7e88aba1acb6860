package org.himaye.reimbursement;

/** What somebody does with a request. */
public enum ReimbursementStep {
    REQUEST,
    REVIEW,
    RETURN,
    REJECT,
    APPROVE,
    PAY,
    CANCEL
}
