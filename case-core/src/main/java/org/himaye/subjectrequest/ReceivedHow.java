package org.himaye.subjectrequest;

/** How she asked. */
public enum ReceivedHow {
    IN_PERSON,
    BY_TELEPHONE,
    IN_WRITING,
    THROUGH_LAWYER
}
