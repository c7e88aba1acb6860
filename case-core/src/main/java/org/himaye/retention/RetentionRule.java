package org.himaye.retention;

/** By which rule something is erased (domain.md 4.8); how long each lasts stands in the configuration, with its source. */
public enum RetentionRule {
    CLOSED_ADULT,
    CLOSED_CHILD,
    /** The person did not want to be a case. */
    REFUSED_INTAKE,
    REFERRAL_NOT_ACCEPTED,
    /** Before the term, because the person asks for it. */
    ASKED
}
