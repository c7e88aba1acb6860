package org.himaye.casefile;

/**
 * What is due on a case, with the configuration key of its length (domain.md 2.0). A missed deadline alerts and never changes a
 * state or ends a service. That one runs tells where something stands: of each kind is told whoever reads the attribute that says so.
 */
public enum DeadlineKind {
    INTAKE("intake.complete.hours", "case_file.status"),
    NOTIFY_SPECIAL_UNIT("referral.to_identification.hours", "identification_set.sentAt"),
    /** Tells until when the person is left in peace; nobody has to do anything by then, so it is never late. */
    REFLECTION_ENDS("reflection.days", "identification.reflectionTo"),
    IDENTIFICATION_DECISION("identification.decision.days", "identification_set.sentAt"),
    NEEDS_ASSESSMENT("needs.first.working_days", "needs_assessment.status"),
    PLAN_DRAFT("plan.draft.working_days", "rehabilitation_plan.status"),
    PLAN_REVIEW("plan.review.working_days", "rehabilitation_plan.status"),
    PROGRESS_REVIEW("plan.progress_review.days", "rehabilitation_plan.status"),
    REIMBURSEMENT_REVIEW("reimb.review.working_days", "reimbursement_request.state"),
    REIMBURSEMENT_APPROVAL("reimb.approve.working_days", "reimbursement_request.state"),
    REIMBURSEMENT_PAYMENT("reimb.pay.working_days", "reimbursement_request.state");

    private final String key;
    private final String attribute;

    DeadlineKind(String key, String attribute) {
        this.key = key;
        this.attribute = attribute;
    }

    /** Ends in the unit: hours, days or working_days. */
    public String key() {
        return key;
    }

    /** {@code table.attribute}, as policy and log name it. */
    public String attribute() {
        return attribute;
    }
}
