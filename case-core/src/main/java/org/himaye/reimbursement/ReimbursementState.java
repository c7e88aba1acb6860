package org.himaye.reimbursement;

import java.util.EnumSet;
import java.util.Set;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.Permission;

/** Where a request stands, domain.md 2.8. */
public enum ReimbursementState {
    DRAFT,
    REQUESTED,
    UNDER_REVIEW,
    REVIEWED,
    RETURNED,
    REJECTED,
    APPEALED,
    REJECTED_FINAL,
    APPROVED,
    PARTLY_PAID,
    PAID,
    STOPPED,
    CANCELLED;

    /** The transitions of 2.8; what is not listed is refused. A request of one instalment is paid in one step. */
    public Set<ReimbursementState> next() {
        return switch (this) {
            case DRAFT, RETURNED -> EnumSet.of(REQUESTED, CANCELLED);
            case REQUESTED -> EnumSet.of(UNDER_REVIEW, CANCELLED);
            case UNDER_REVIEW -> EnumSet.of(REVIEWED, RETURNED, REJECTED, CANCELLED);
            case REVIEWED -> EnumSet.of(APPROVED, REJECTED, CANCELLED);
            case REJECTED -> EnumSet.of(APPEALED);
            case APPEALED -> EnumSet.of(REVIEWED, REJECTED_FINAL);
            case APPROVED -> EnumSet.of(PARTLY_PAID, PAID, CANCELLED);
            case PARTLY_PAID -> EnumSet.of(PAID, STOPPED);
            case PAID, STOPPED, CANCELLED, REJECTED_FINAL -> EnumSet.noneOf(ReimbursementState.class);
        };
    }

    /** Still with its author: may be written. */
    public boolean editable() {
        return this == DRAFT || this == RETURNED;
    }

    /** The states in which a request waits for a step of the caller. */
    static Set<ReimbursementState> waitingFor(Caller caller) {
        Set<ReimbursementState> states = EnumSet.noneOf(ReimbursementState.class);
        if (caller.may(Permission.REIMBURSEMENT_REQUEST)) {
            states.addAll(EnumSet.of(DRAFT, RETURNED));
        }
        if (caller.may(Permission.REIMBURSEMENT_REVIEW)) {
            states.addAll(EnumSet.of(REQUESTED, UNDER_REVIEW));
        }
        if (caller.may(Permission.REIMBURSEMENT_APPROVE)) {
            states.add(REVIEWED);
        }
        if (caller.may(Permission.REIMBURSEMENT_PAY)) {
            states.addAll(EnumSet.of(APPROVED, PARTLY_PAID));
        }
        return states;
    }
}
