package org.himaye.identification;

/** What was seen of one sign; "not asked" is a valid answer (domain.md 1.4). */
public enum Finding {
    PRESENT,
    ABSENT,
    NOT_OBSERVED,
    NOT_ASKED
}
