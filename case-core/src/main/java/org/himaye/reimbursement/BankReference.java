package org.himaye.reimbursement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** The bank's own number of a payment. */
record BankReference(String text) {

    static final int LENGTH = 35;

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9][A-Z0-9./-]{3," + (LENGTH - 1) + "}");

    /** @throws BankReferenceNotRight when it is no reference */
    static BankReference parse(String typed) {
        String plain = typed == null ? "" : typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(plain).matches()) {
            throw new BankReferenceNotRight();
        }
        return new BankReference(plain);
    }

    /** As payments were marked that were booked before marks were keyed: whoever knows references could find their cases. */
    String unkeyed() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("himaye-bank-reference|" + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "BankReference[••]";
    }
}
