package org.himaye.reimbursement;

/** What is asked for, domain.md 2.8. */
public enum ReimbursementKind {
    ONE_TIME_ALLOWANCE,
    REINTEGRATION_ALLOWANCE,
    EXPENSE_REFUND,
    IN_KIND_VALUE,
    FUND_COMPENSATION,
    /** Paid by the offender; only followed here. */
    COURT_AWARD_TRACKING
}
