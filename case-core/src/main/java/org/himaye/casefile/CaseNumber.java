package org.himaye.casefile;

import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Refused;
import org.himaye.shared.CheckedNumber;

/** The number of a case, {@code V-} with six letters and a check character; random and without meaning (domain.md 3.4). */
public record CaseNumber(String text) {

    private static final char PREFIX = 'V';

    public CaseNumber {
        if (CheckedNumber.parse(PREFIX, text) == null) {
            throw new IllegalArgumentException("not a case number");
        }
    }

    public static CaseNumber random() {
        return new CaseNumber(CheckedNumber.random(PREFIX));
    }

    /**
     * What a person typed or an address carries.
     *
     * @throws Refused when it is no number or its check character is wrong, before any lookup
     */
    public static CaseNumber parse(String typed) {
        String normal = CheckedNumber.parse(PREFIX, typed);
        if (normal == null) {
            throw new Refused(AccessReason.WRONG_NUMBER);
        }
        return new CaseNumber(normal);
    }

    @Override
    public String toString() {
        return text;
    }
}
