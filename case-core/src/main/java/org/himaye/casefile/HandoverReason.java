package org.himaye.casefile;

/** Why a case passes to another worker. */
public enum HandoverReason {
    WORKLOAD,
    ABSENCE,
    REQUEST_OF_PERSON,
    LANGUAGE,
    CONFLICT_OF_INTEREST,
    OTHER
}
