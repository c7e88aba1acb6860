package org.himaye.person;

/** On what an age rests, domain.md 3.3.2. A person whose age is uncertain is presumed to be a child (BR-014). */
public enum AgeBasis {
    DOCUMENT,
    STATED,
    ASSESSED,
    PRESUMED_CHILD,
    UNKNOWN
}
