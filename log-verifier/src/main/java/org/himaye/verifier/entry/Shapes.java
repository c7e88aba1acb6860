package org.himaye.verifier.entry;

/** Shapes of short strings. */
final class Shapes {

    static final int ID_LENGTH = 36;
    static final int HASH_LENGTH = 16;

    private static final boolean[] NAME = marked("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.-:");

    /** Where the hyphens of a UUID stand in its second and third eight letters. */
    private static final long SECOND = 0xffL | 0xffL << 40;

    private static final long THIRD = 0xffL << 16 | 0xffL << 56;
    private static final long HYPHENS = Words.each('-');
    private static final long ZEROS = Words.each('0');

    private Shapes() {}

    private static boolean[] marked(String letters) {
        boolean[] marked = new boolean[256];
        letters.chars().forEach(letter -> marked[letter] = true);
        return marked;
    }

    /** Whether the 36 letters from here are a UUID in small letters. */
    static boolean id(byte[] bytes, int from, int end) {
        if (end - from < ID_LENGTH) {
            return false;
        }
        long second = Words.at(bytes, from + 8);
        long third = Words.at(bytes, from + 16);
        return (second & SECOND) == (HYPHENS & SECOND)
                && (third & THIRD) == (HYPHENS & THIRD)
                && Words.hex(second & ~SECOND | ZEROS & SECOND)
                && Words.hex(third & ~THIRD | ZEROS & THIRD)
                && Words.hex(Words.at(bytes, from))
                && Words.hex(Words.at(bytes, from + 24))
                && Words.hex(Words.at(bytes, from + 28));
    }

    static boolean hash(byte[] bytes, int from, int to) {
        return to - from == HASH_LENGTH
                && Words.hex(Words.at(bytes, from))
                && Words.hex(Words.at(bytes, from + Words.BYTES));
    }

    static boolean isOfName(byte letter) {
        return NAME[letter & 0xff];
    }
}
