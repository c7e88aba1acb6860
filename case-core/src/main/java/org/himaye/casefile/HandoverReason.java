package org.himaye.casefile;

/** Why a case passes to another worker. */
public enum HandoverReason {
    WORKLOAD,
    ABSENCE,
    /** Works here no longer. */
    LEFT,
    /** Works elsewhere, or as something else. */
    OTHER_JOB,
    REQUEST_OF_PERSON,
    LANGUAGE,
    CONFLICT_OF_INTEREST,
    OTHER
}
