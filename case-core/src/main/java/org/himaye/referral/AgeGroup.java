package org.himaye.referral;

import org.himaye.person.AgeBand;
import org.himaye.person.AgeBasis;

/** What a referral says about the age, and no more. */
public enum AgeGroup {
    ADULT(AgeBand.ADULT, AgeBasis.STATED),
    CHILD(AgeBand.CHILD, AgeBasis.STATED),
    /** Presumed to be a child until assessed (BR-014). */
    UNCERTAIN(AgeBand.UNKNOWN, AgeBasis.PRESUMED_CHILD);

    private final AgeBand band;
    private final AgeBasis basis;

    AgeGroup(AgeBand band, AgeBasis basis) {
        this.band = band;
        this.basis = basis;
    }

    AgeBand band() {
        return band;
    }

    AgeBasis basis() {
        return basis;
    }
}
