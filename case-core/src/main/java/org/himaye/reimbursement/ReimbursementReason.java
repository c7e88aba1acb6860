package org.himaye.reimbursement;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Why a request goes back, is refused or withdrawn: codes only, readable by everyone who sees the state. */
public enum ReimbursementReason {
    PAPER_MISSING(ReimbursementStep.RETURN),
    AMOUNT_UNCLEAR(ReimbursementStep.RETURN),
    PAYEE_UNCLEAR(ReimbursementStep.RETURN),
    BANK_DATA_UNCLEAR(ReimbursementStep.RETURN),
    BUDGET_LINE_WRONG(ReimbursementStep.RETURN, ReimbursementStep.REJECT),
    CONDITIONS_NOT_MET(ReimbursementStep.REJECT),
    ALREADY_GIVEN(ReimbursementStep.REJECT, ReimbursementStep.CANCEL),
    NO_FUNDS(ReimbursementStep.REJECT),
    WISH_OF_PERSON(ReimbursementStep.CANCEL),
    ENTERED_BY_MISTAKE(ReimbursementStep.CANCEL),
    CIRCUMSTANCES_CHANGED(ReimbursementStep.CANCEL);

    private final Set<ReimbursementStep> steps;

    ReimbursementReason(ReimbursementStep first, ReimbursementStep... more) {
        steps = EnumSet.of(first, more);
    }

    /** The reasons to choose from for a step, in the order to show. */
    public static List<ReimbursementReason> of(ReimbursementStep step) {
        return Arrays.stream(values()).filter(r -> r.steps.contains(step)).toList();
    }

    boolean fits(ReimbursementStep step) {
        return steps.contains(step);
    }
}
