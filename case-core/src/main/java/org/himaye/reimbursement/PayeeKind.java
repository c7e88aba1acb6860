package org.himaye.reimbursement;

/** Who receives the money. */
public enum PayeeKind {
    VICTIM,
    GUARDIAN,
    PROVIDER
}
