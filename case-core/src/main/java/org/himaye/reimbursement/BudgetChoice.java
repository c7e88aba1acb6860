package org.himaye.reimbursement;

import java.io.Serializable;
import java.util.UUID;

/** A line to choose from. */
public record BudgetChoice(UUID id, BudgetKind kind, int fiscalYear, String line) implements Serializable {

    static BudgetChoice of(BudgetSource source) {
        return new BudgetChoice(source.id(), source.kind(), source.fiscalYear(), source.line());
    }
}
