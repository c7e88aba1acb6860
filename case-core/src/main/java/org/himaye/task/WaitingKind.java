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
    /** Another institution asks whether it is the same person. */
    LINK_ANSWER,
    DISCLOSURE_CHECK,
    DISCLOSURE_DECIDE,
    /** The person is to be told of what goes. */
    DISCLOSURE_INFORM,
    DISCLOSURE_SEND,
    /** What went in danger is to be looked at again. */
    DISCLOSURE_REVIEW,
    /** An auditor asks about a colleague's accesses. */
    FINDING_ANSWER,
    FINDING_DECIDE,
    /** Accesses that the machine found unusual; the number says how many. */
    UNUSUAL_DECIDE,
    /** What the person herself asked is to be answered by its term. */
    SUBJECT_REQUEST_ANSWER,
    /** Another person's word on it. */
    SUBJECT_REQUEST_DECIDE,
    /** She complains: another person knows of it at once. */
    SUBJECT_REQUEST_COMPLAINT,
    /** Its term is over and she has no answer. */
    SUBJECT_REQUEST_LATE
}
