package org.himaye.unusual;

/** In which way somebody had nothing to do with a case. */
public enum UnusualCause {
    /** Opened under an emergency access. */
    URGENT,
    /** The colleague had a function in it, and had it no more. */
    HANDED_OVER,
    /** Another institution's, and without a function. */
    OTHER_HOUSE
}
