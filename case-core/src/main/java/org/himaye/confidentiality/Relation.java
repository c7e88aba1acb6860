package org.himaye.confidentiality;

/** How the caller stands to what is asked (BR-071: a class permission is necessary, never sufficient). */
public enum Relation {
    /** Has a function on the case today. */
    ASSIGNED,
    SAME_INSTITUTION,
    /** Sent this referral with this account. */
    OWN_REFERRAL,
    /** It was sent to the caller's unit. */
    SENT_TO,
    /** It waits in the queue that the caller works. */
    OWN_QUEUE,
    /** Made the access that the log tells of. */
    OWN_ACCESS,
    /** Has emergency access to the case just now. */
    GRANT,
    /** No victim's case is concerned, or the role reads across institutions without seeing cases (auditor, coordinator). */
    ANY
}
