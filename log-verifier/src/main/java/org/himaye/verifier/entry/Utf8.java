package org.himaye.verifier.entry;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.himaye.verifier.note.Malformed;

/** A letter beyond ASCII, which is rare in the log. */
final class Utf8 {

    private Utf8() {}

    /** How many bytes the letter has that begins here. */
    static int length(byte[] bytes, int at, int end, String key) {
        int first = bytes[at] & 0xff;
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (at + length <= end) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length));
                return length;
            } catch (CharacterCodingException e) {
                // Said below.
            }
        }
        throw new Malformed(key + " is not UTF-8");
    }
}
