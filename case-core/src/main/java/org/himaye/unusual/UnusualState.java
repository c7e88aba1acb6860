package org.himaye.unusual;

/** Which unusual accesses a list shows. */
public enum UnusualState {
    /** Nobody has said anything of them. */
    OPEN,
    DECIDED,
    ALL
}
