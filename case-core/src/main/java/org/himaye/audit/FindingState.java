package org.himaye.audit;

/** How far a finding is: told by the rows that follow the question. */
public enum FindingState {
    ASKED,
    ANSWERED,
    CLOSED
}
