package org.himaye.reimbursement;

import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Refused;
import org.himaye.shared.CheckedNumber;

/**
 * The number of a request, {@code P-} with six letters and a check character; random and without meaning. It stands for the payee
 * wherever a name must not (BR-064, BR-065).
 */
public record RequestNumber(String text) {

    private static final char PREFIX = 'P';

    public RequestNumber {
        if (CheckedNumber.parse(PREFIX, text) == null) {
            throw new IllegalArgumentException("not the number of a request");
        }
    }

    public static RequestNumber random() {
        return new RequestNumber(CheckedNumber.random(PREFIX));
    }

    /** @throws Refused when it is no number or its check character is wrong, before any lookup */
    public static RequestNumber parse(String typed) {
        String normal = CheckedNumber.parse(PREFIX, typed);
        if (normal == null) {
            throw new Refused(AccessReason.WRONG_NUMBER);
        }
        return new RequestNumber(normal);
    }

    @Override
    public String toString() {
        return text;
    }
}
