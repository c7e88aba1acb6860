package org.himaye.organisation;

/** What an administrator did to somebody's way in. */
public enum AccountKind {
    PASSWORD,
    SECOND_FACTOR,
    JOB
}
