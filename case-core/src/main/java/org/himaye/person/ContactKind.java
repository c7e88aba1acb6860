package org.himaye.person;

/** How a person can be reached. */
public enum ContactKind {
    PHONE,
    EMAIL,
    ADDRESS,
    SOCIAL
}
