package org.himaye.reimbursement;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An Azerbaijani bank account number (ISO 13616): AZ, two check digits, four letters of the bank, twenty letters or digits.
 *
 * @param text without spaces, in capitals
 */
record Iban(String text) {

    static final int LENGTH = 28;

    private static final Pattern SHAPE = Pattern.compile("AZ\\d{2}[A-Z]{4}[A-Z0-9]{20}");
    private static final BigInteger CHECK = BigInteger.valueOf(97);

    Iban {
        if (!SHAPE.matcher(text).matches() || !checks(text)) {
            throw new IllegalArgumentException("not an IBAN");
        }
    }

    /**
     * Reads what a person typed, with or without spaces and hyphens.
     *
     * @throws IbanNotRight says what to look at
     */
    static Iban parse(String typed) {
        String plain = typed.replaceAll("[\\s\\u00A0\\u202F-]", "").toUpperCase(Locale.ROOT);
        if (!plain.startsWith("AZ")) {
            throw new IbanNotRight(IbanNotRight.Fault.COUNTRY, plain.length());
        }
        if (plain.length() != LENGTH) {
            throw new IbanNotRight(IbanNotRight.Fault.LENGTH, plain.length());
        }
        if (!SHAPE.matcher(plain).matches()) {
            throw new IbanNotRight(IbanNotRight.Fault.LETTERS, LENGTH);
        }
        if (!checks(plain)) {
            throw new IbanNotRight(IbanNotRight.Fault.CHECK, LENGTH);
        }
        return new Iban(plain);
    }

    /** ISO 7064 MOD 97-10: the first four to the end, letters as numbers from 10, remainder 1. */
    private static boolean checks(String plain) {
        StringBuilder digits = new StringBuilder();
        (plain.substring(4) + plain.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(CHECK).equals(BigInteger.ONE);
    }

    @Override
    public String toString() {
        return "Iban[••]";
    }
}
