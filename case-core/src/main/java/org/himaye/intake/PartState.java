package org.himaye.intake;

/** How far a part is. */
public enum PartState {
    NOT_STARTED,
    IN_PROGRESS,
    DONE
}
