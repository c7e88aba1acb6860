package org.himaye.disclosure;

/** Why nothing goes. For the house: the answer that is sent tells none of it. */
public enum RefusalGround {
    NO_BASIS,
    OUTSIDE_LIMIT,
    RISK,
    PERSON_OBJECTS,
    NOBODY_KNOWN
}
