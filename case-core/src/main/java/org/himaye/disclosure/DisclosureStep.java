package org.himaye.disclosure;

/** What the caller can do next with a request. */
public enum DisclosureStep {
    CHECK,
    DECIDE,
    INFORM,
    MAKE,
    SEND,
    REVIEW,
    /** The answer to who asked. */
    PRINT_REFUSAL
}
