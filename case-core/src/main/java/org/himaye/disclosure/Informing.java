package org.himaye.disclosure;

/** When the person is told of it, domain.md 4.5. */
public enum Informing {
    BEFORE,
    AFTER,
    WITHHELD
}
