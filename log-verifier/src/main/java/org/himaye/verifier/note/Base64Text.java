package org.himaye.verifier.note;

import java.util.Base64;

/** Base64 in its one form: padded, and no bit set that says nothing. */
final class Base64Text {

    private Base64Text() {}

    static byte[] decode(String text, String what) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new Malformed(what + " is not base64");
    }
}
