package org.himaye.reimbursement;

/** How the money reaches the payee. Card numbers are never collected: the bank has them. */
public enum PaymentMethod {
    BANK,
    CARD,
    CASH_AGAINST_SIGNATURE
}
