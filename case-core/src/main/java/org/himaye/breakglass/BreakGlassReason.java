package org.himaye.breakglass;

/** Why somebody opens a case without a right to it: the closed list of domain.md 4.7. */
public enum BreakGlassReason {
    LIFE_DANGER,
    MISSING_CHILD,
    MEDICAL_EMERGENCY,
    SAFETY_THREAT,
    CASEWORKER_ABSENT_URGENT
}
