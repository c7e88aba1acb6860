package org.himaye.reimbursement;

/** Where the money comes from: state budget and other sources, domain.md 2.8. */
public enum BudgetKind {
    STATE_BUDGET,
    ASSISTANCE_FUND,
    GRANT,
    INTERNATIONAL_ORG,
    OTHER_DETERMINED
}
