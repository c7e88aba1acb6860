package org.himaye.plan;

/** Who sees to an action. A name beside it is free text and sealed. */
public enum Responsible {
    PERSON,
    CASEWORKER,
    PSYCHOLOGIST,
    MEDIC,
    LAWYER,
    /** Named beside it. */
    ORGANISATION,
    /** Named beside it. */
    OTHER;

    boolean needsName() {
        return this == ORGANISATION || this == OTHER;
    }
}
