package org.himaye.referral;

import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Refused;
import org.himaye.shared.CheckedNumber;

/** The number of a receipt, {@code R-} with six letters and a check character; random and without meaning (domain.md 3.4). */
public record ReferralNumber(String text) {

    private static final char PREFIX = 'R';

    public ReferralNumber {
        if (CheckedNumber.parse(PREFIX, text) == null) {
            throw new IllegalArgumentException("not a number of a referral");
        }
    }

    static ReferralNumber random() {
        return new ReferralNumber(CheckedNumber.random(PREFIX));
    }

    /**
     * What a person typed or an address carries. Called within the act, so that a wrong number is recorded like an unknown one.
     *
     * @throws Refused when it is no number or its check character is wrong, before any lookup
     */
    static ReferralNumber parse(String typed) {
        String normal = CheckedNumber.parse(PREFIX, typed);
        if (normal == null) {
            throw new Refused(AccessReason.WRONG_NUMBER);
        }
        return new ReferralNumber(normal);
    }

    @Override
    public String toString() {
        return text;
    }
}
