package org.himaye.verifier.entry;

import java.nio.charset.StandardCharsets;
import org.himaye.verifier.note.Malformed;

/** A place in the bytes of an entry. Each reader goes behind what it read; what does not stand there ends in {@link Malformed}. */
final class Cursor {

    private static final int LEAST_PRINTABLE = 0x20;
    private static final int ASCII = 0x80;
    private static final long GREATEST = (1L << 53) - 1;
    private static final int TEN = 10;
    private static final String SHORT_ESCAPES = "\"\\bfnrt";
    private static final String CONTROL = "\\u00";

    byte[] bytes;

    int at;
    int end;

    void set(byte[] all, int from, int to) {
        bytes = all;
        at = from;
        end = to;
    }

    Malformed wrong(String what) {
        return new Malformed(what);
    }

    /** The byte here, or -1 at the end. */
    int here() {
        return at < end ? bytes[at] : -1;
    }

    boolean skip(char expected) {
        if (at < end && bytes[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char expected) {
        if (!skip(expected)) {
            throw wrong("byte " + at + " should be " + expected);
        }
    }

    long number(String key) {
        int start = at;
        long number = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && number <= GREATEST) {
            number = number * TEN + bytes[at++] - '0';
        }
        if (at == start || number > GREATEST || bytes[start] == '0' && at > start + 1) {
            throw wrong(key + " is not a whole number in its shortest form");
        }
        return number;
    }

    /** Goes behind a string in its one form: nothing escaped that need not be. */
    void string(String key) {
        expect('"');
        while (at < end) {
            if (at + Words.BYTES <= end) {
                long special = Words.special(Words.at(bytes, at));
                if (special == 0) {
                    at += Words.BYTES;
                    continue;
                }
                at += Long.numberOfTrailingZeros(special) / Byte.SIZE;
            }
            int each = bytes[at] & 0xff;
            if (each == '"') {
                at++;
                return;
            }
            if (each == '\\') {
                escape(key);
            } else if (each < LEAST_PRINTABLE) {
                throw wrong(key + " has a bare control character");
            } else if (each < ASCII) {
                at++;
            } else {
                at += Utf8.length(bytes, at, end, key);
            }
        }
        throw wrong(key + " has no end");
    }

    /** Goes behind a code. */
    void name(String key) {
        expect('"');
        int start = at;
        while (at < end && Shapes.isOfName(bytes[at])) {
            at++;
        }
        if (at == start || !skip('"')) {
            throw wrong(key + " is no name");
        }
    }

    /** Goes behind a UUID, without its quotes. */
    void id(String key) {
        if (!Shapes.id(bytes, at, end)) {
            throw wrong(key + " is no UUID in small letters");
        }
        at += Shapes.ID_LENGTH;
    }

    private void escape(String key) {
        if (at + 1 < end && SHORT_ESCAPES.indexOf(bytes[at + 1]) >= 0) {
            at += 2;
            return;
        }
        int length = CONTROL.length() + 2;
        String written = new String(bytes, at, Math.min(length, end - at), StandardCharsets.ISO_8859_1);
        if (!written.matches("\\\\u00[01][0-9a-f]")
                || "\b\f\n\r\t".indexOf(Integer.parseInt(written.substring(2), 16)) >= 0) {
            throw wrong(key + " has an escape that is not in its one form");
        }
        at += length;
    }

    String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
