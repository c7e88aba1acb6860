package org.himaye.identification;

/** How sure a coded fact of an episode is, domain.md 1.3. */
public enum Certainty {
    SUSPECTED,
    REPORTED_BY_VICTIM,
    CORROBORATED
}
