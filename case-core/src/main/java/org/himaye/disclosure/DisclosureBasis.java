package org.himaye.disclosure;

import static org.himaye.confidentiality.Purpose.CHILD_PROTECTION;
import static org.himaye.confidentiality.Purpose.COURT_ORDER;
import static org.himaye.confidentiality.Purpose.IDENTIFICATION;
import static org.himaye.confidentiality.Purpose.LEGAL_AID;
import static org.himaye.confidentiality.Purpose.PAYMENT;
import static org.himaye.confidentiality.Purpose.PROSECUTION_REQUEST;
import static org.himaye.confidentiality.Purpose.REFERRAL_SERVICE;
import static org.himaye.confidentiality.Purpose.REPATRIATION;
import static org.himaye.confidentiality.Purpose.SAFETY_EMERGENCY;

import java.util.List;
import java.util.Set;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.ReleaseGround;

/**
 * On what a disclosure rests, domain.md 4.2. A consent serves every purpose; all else replaces it for its own purpose only, so that nothing
 * goes for a service, a payment or a return without the person's word.
 */
public enum DisclosureBasis {
    CONSENT(
            IDENTIFICATION,
            REFERRAL_SERVICE,
            LEGAL_AID,
            PAYMENT,
            COURT_ORDER,
            PROSECUTION_REQUEST,
            CHILD_PROTECTION,
            REPATRIATION,
            SAFETY_EMERGENCY),
    /** Immediate danger: the least that helps, and looked at again within three working days. */
    VITAL_INTEREST(SAFETY_EMERGENCY),
    LEGAL_DUTY(IDENTIFICATION, CHILD_PROTECTION),
    COURT_DECISION(COURT_ORDER),
    PROSECUTION_DECISION(PROSECUTION_REQUEST),
    /** Of a child. */
    GUARDIAN_AND_BID(CHILD_PROTECTION);

    /** What a disclosure can be for, in the order to show. */
    public static final List<Purpose> PURPOSES = List.of(
            IDENTIFICATION,
            REFERRAL_SERVICE,
            LEGAL_AID,
            PAYMENT,
            COURT_ORDER,
            PROSECUTION_REQUEST,
            CHILD_PROTECTION,
            REPATRIATION,
            SAFETY_EMERGENCY);

    private final Set<Purpose> purposes;

    DisclosureBasis(Purpose... purposes) {
        this.purposes = Set.of(purposes);
    }

    public boolean serves(Purpose purpose) {
        return purposes.contains(purpose);
    }

    /** Whether the person's word is the ground, or of a child the word of who may answer. */
    boolean agreed() {
        return release() == ReleaseGround.AGREED;
    }

    /** How much of it goes. */
    ReleaseGround release() {
        return switch (this) {
            case CONSENT, GUARDIAN_AND_BID -> ReleaseGround.AGREED;
            case VITAL_INTEREST -> ReleaseGround.DANGER;
            case LEGAL_DUTY, COURT_DECISION, PROSECUTION_DECISION -> ReleaseGround.ORDERED;
        };
    }

    /** Whether it is a paper with a number and a date. */
    public boolean needsDocument() {
        return this != CONSENT && this != VITAL_INTEREST;
    }
}
