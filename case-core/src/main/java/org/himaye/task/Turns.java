package org.himaye.task;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.himaye.casefile.DeadlineKind;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Role;

/** Whose turn it is: the right that meets a deadline, and the job that has it (domain.md 2.0). */
final class Turns {

    private Turns() {}

    /** Deadlines that the caller can meet by a step of his own. */
    static Set<DeadlineKind> of(Caller caller) {
        return Arrays.stream(DeadlineKind.values())
                .filter(kind -> kind != DeadlineKind.REFLECTION_ENDS && caller.may(step(kind)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Permission step(DeadlineKind kind) {
        return switch (kind) {
            case INTAKE -> Permission.INTAKE_COMPLETE;
            case NOTIFY_SPECIAL_UNIT -> Permission.IDENTIFICATION_NOTIFY;
            case IDENTIFICATION_DECISION -> Permission.IDENTIFICATION_DECIDE;
            case NEEDS_ASSESSMENT -> Permission.ASSESSMENT_WRITE;
            case PLAN_DRAFT -> Permission.PLAN_WRITE;
            case PLAN_REVIEW -> Permission.PLAN_REVIEW;
            case PROGRESS_REVIEW -> Permission.PLAN_RATE;
            case REIMBURSEMENT_REVIEW -> Permission.REIMBURSEMENT_REVIEW;
            case REIMBURSEMENT_APPROVAL -> Permission.REIMBURSEMENT_APPROVE;
            case REIMBURSEMENT_PAYMENT -> Permission.REIMBURSEMENT_PAY;
            case REFLECTION_ENDS -> throw new IllegalArgumentException("nobody has to do anything by then");
        };
    }

    /** The job that one waits for; where two may do it, the one of the same house. */
    static Role job(DeadlineKind kind) {
        return switch (kind) {
            case INTAKE, NOTIFY_SPECIAL_UNIT, NEEDS_ASSESSMENT, PLAN_DRAFT, REFLECTION_ENDS -> Role.CASEWORKER;
            case IDENTIFICATION_DECISION -> Role.IDENTIFICATION_OFFICER;
            case PLAN_REVIEW, PROGRESS_REVIEW, REIMBURSEMENT_REVIEW -> Role.SUPERVISOR;
            case REIMBURSEMENT_APPROVAL -> Role.FINANCE_APPROVER;
            case REIMBURSEMENT_PAYMENT -> Role.FINANCE_PAYER;
        };
    }
}
