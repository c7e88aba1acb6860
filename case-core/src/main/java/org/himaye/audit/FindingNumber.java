package org.himaye.audit;

import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Refused;
import org.himaye.shared.CheckedNumber;

/** The number of a finding, {@code F-} with six letters and a check character; random and without meaning. */
public record FindingNumber(String text) {

    private static final char PREFIX = 'F';

    public FindingNumber {
        if (CheckedNumber.parse(PREFIX, text) == null) {
            throw new IllegalArgumentException("not the number of a finding");
        }
    }

    static FindingNumber random() {
        return new FindingNumber(CheckedNumber.random(PREFIX));
    }

    /** @throws Refused when it is no number or its check character is wrong, before any lookup */
    public static FindingNumber parse(String typed) {
        String normal = CheckedNumber.parse(PREFIX, typed);
        if (normal == null) {
            throw new Refused(AccessReason.WRONG_NUMBER);
        }
        return new FindingNumber(normal);
    }

    @Override
    public String toString() {
        return text;
    }
}
