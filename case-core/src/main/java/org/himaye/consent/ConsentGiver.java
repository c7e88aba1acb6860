package org.himaye.consent;

/** Who answers. A child is heard and somebody who may act for the child answers. */
public enum ConsentGiver {
    VICTIM,
    GUARDIAN,
    AUTHORITY,
    COURT;

    /** Nobody answers for an adult, unless a court has decided so. */
    public boolean mayAnswerForAdult() {
        return this == VICTIM || this == COURT;
    }
}
