package org.himaye.consent;

/** How the answer was given. */
public enum ConsentMethod {
    WRITTEN,
    ORAL_RECORDED_BY_TWO,
    ELECTRONIC
}
