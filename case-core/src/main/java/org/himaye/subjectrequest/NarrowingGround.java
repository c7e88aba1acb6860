package org.himaye.subjectrequest;

/** Why she gets less than she asks for. A closed list of what can be told to her, each with its sentence. */
public enum NarrowingGround {
    /** What would tell of a relative, a helper or somebody else who was hurt. */
    OTHER_PERSONS,
    /** How people are protected here. */
    SECURITY_METHODS,
    NOTHING_RECORDED,
    /** Her own words stand beside it. */
    FACT_DISPUTED,
    PAYMENT_OPEN,
    LEGAL_MATTER_OPEN,
    DUTY_TO_KEEP,
    UNFOUNDED
}
