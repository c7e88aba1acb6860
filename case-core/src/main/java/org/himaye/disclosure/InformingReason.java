package org.himaye.disclosure;

/** Why the person is not told before. */
public enum InformingReason {
    DANGER,
    COURT_PROHIBITION
}
