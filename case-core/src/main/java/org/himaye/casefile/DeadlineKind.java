package org.himaye.casefile;

/**
 * What is due on a case, with the configuration key of its length (domain.md 2.0). A missed deadline alerts and never changes a
 * state or ends a service.
 */
public enum DeadlineKind {
    INTAKE("intake.complete.hours"),
    NOTIFY_SPECIAL_UNIT("referral.to_identification.hours"),
    /** Tells until when the person is left in peace; nobody has to do anything by then, so it is never late. */
    REFLECTION_ENDS("reflection.days"),
    IDENTIFICATION_DECISION("identification.decision.days"),
    NEEDS_ASSESSMENT("needs.first.working_days"),
    PLAN_DRAFT("plan.draft.working_days"),
    PLAN_REVIEW("plan.review.working_days"),
    PROGRESS_REVIEW("plan.progress_review.days"),
    REIMBURSEMENT_REVIEW("reimb.review.working_days"),
    REIMBURSEMENT_APPROVAL("reimb.approve.working_days"),
    REIMBURSEMENT_PAYMENT("reimb.pay.working_days");

    private final String key;

    DeadlineKind(String key) {
        this.key = key;
    }

    /** Ends in the unit: hours, days or working_days. */
    public String key() {
        return key;
    }
}
