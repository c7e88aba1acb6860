package org.himaye.retention;

/** Why somebody asks for an erasure before the term (domain.md 4.8). */
public enum ErasureReason {
    PERSON_ASKED,
    GUARDIAN_ASKED,
    RECORDED_WRONGLY
}
