package org.himaye.disclosure;

import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Refused;
import org.himaye.shared.CheckedNumber;

/** The number of a request in the register, {@code D-} with six letters and a check character; random and without meaning. */
public record DisclosureNumber(String text) {

    private static final char PREFIX = 'D';

    public DisclosureNumber {
        if (CheckedNumber.parse(PREFIX, text) == null) {
            throw new IllegalArgumentException("not the number of a disclosure");
        }
    }

    static DisclosureNumber random() {
        return new DisclosureNumber(CheckedNumber.random(PREFIX));
    }

    /** @throws Refused when it is no number or its check character is wrong, before any lookup */
    public static DisclosureNumber parse(String typed) {
        String normal = CheckedNumber.parse(PREFIX, typed);
        if (normal == null) {
            throw new Refused(AccessReason.WRONG_NUMBER);
        }
        return new DisclosureNumber(normal);
    }

    @Override
    public String toString() {
        return text;
    }
}
