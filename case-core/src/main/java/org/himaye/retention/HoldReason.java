package org.himaye.retention;

/** Why a case must not be erased yet. */
public enum HoldReason {
    COURT,
    PROSECUTION,
    COMPLAINT,
    CLAIM,
    AUDIT
}
