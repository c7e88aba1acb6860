package org.himaye.restriction;

/** What the caller can do next about a restriction. */
public enum RestrictionStep {
    /** Another person entered an order: it holds from now on. */
    CONFIRM,
    /** An order that does not hold yet is taken back. */
    WITHDRAW,
    /** Another person has to agree. */
    ASK_LIFT,
    /** Another person asked, or the privacy officer decides alone. */
    LIFT
}
