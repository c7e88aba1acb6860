package org.himaye.web.referral;

import org.himaye.referral.InstitutionChoice;

/** The address behind a telephone number, for a phone's own keypad. */
final class Dial {

    private Dial() {}

    /** @return null when there is no number */
    static String of(InstitutionChoice institution) {
        return institution == null || institution.phone() == null
                ? null
                : "tel:" + institution.phone().replaceAll("[^+0-9]", "");
    }
}
