package org.himaye.person;

/** As told by the person, domain.md 3.3.2. */
public enum Sex {
    FEMALE,
    MALE,
    OTHER,
    UNDISCLOSED
}
