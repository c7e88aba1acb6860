package org.himaye.identification;

/** The assessor's conclusion. It is hers: no count and no score decides (domain.md 1.4). */
public enum AssessmentResult {
    PRESUMED,
    NOT_PRESUMED
}
