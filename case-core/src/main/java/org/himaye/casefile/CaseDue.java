package org.himaye.casefile;

/** When the next deadline of a case is, as a filter of the list. */
public enum CaseDue {
    LATE,
    TODAY,
    /** Within seven days, today's included, late ones not. */
    WEEK,
    /** No deadline runs. */
    NONE
}
