package org.himaye.task;

/** Why something waits for somebody. */
public enum WaitingKind {
    REFERRAL_ACKNOWLEDGE,
    REFERRAL_DECIDE,
    /** Sent back to the sender, who is asked for what is missing. */
    REFERRAL_RETURNED,
    CASE_WITHOUT_CASEWORKER,
    IDENTIFICATION_DECIDE,
    PLAN_REVIEW,
    PLAN_RETURNED,
    /** Reviewed: the person is asked. */
    PLAN_CONSENT,
    /** The person agrees: the work can begin. */
    PLAN_START,
    ALLOWANCE_REVIEW,
    ALLOWANCE_RETURNED,
    ALLOWANCE_APPROVE,
    ALLOWANCE_PAY,
    /** The list of colleagues and their access is to be signed. */
    RIGHTS_REVIEW,
    /** Somebody else's emergency access is to be judged. */
    BREAKGLASS_REVIEW,
    RESTRICTION_CONFIRM,
    /** An order ends soon or has ended, and holds until somebody lifts it. */
    RESTRICTION_ENDS,
    DISCLOSURE_CHECK,
    DISCLOSURE_DECIDE,
    /** The person is to be told of what goes. */
    DISCLOSURE_INFORM,
    DISCLOSURE_SEND,
    /** What went in danger is to be looked at again. */
    DISCLOSURE_REVIEW
}
