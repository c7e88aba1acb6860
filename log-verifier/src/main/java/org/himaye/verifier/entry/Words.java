package org.himaye.verifier.entry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of a text at once: a log has millions of entries of five hundred bytes, and hashing them should take longer than reading. */
final class Words {

    static final int BYTES = 8;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x80 * ONES;

    private Words() {}

    /** The first byte is the lowest. */
    static long at(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /** The same byte eight times. */
    static long each(char letter) {
        return letter * ONES;
    }

    /** Ones in as many of the first bytes. */
    static long mask(int count) {
        return count >= BYTES ? -1 : count <= 0 ? 0 : (1L << Byte.SIZE * count) - 1;
    }

    /**
     * Marks bytes that are not plain within a string: quote, backslash, control, beyond ASCII. The lowest mark is true; marks above it may
     * be borrowed from it.
     */
    static long special(long word) {
        long quote = word ^ each('"');
        long escape = word ^ each('\\');
        long marks = quote - ONES & ~quote | escape - ONES & ~escape | word - each(' ') & ~word | word;
        return marks & HIGH;
    }

    /** Whether all eight are digits or letters from a to f. No sum carries over, for a byte beyond ASCII is none. */
    static boolean hex(long word) {
        long digit = word + (0x80 - '0') * ONES & ~(word + (0x7f - '9') * ONES);
        long letter = word + (0x80 - 'a') * ONES & ~(word + (0x7f - 'f') * ONES);
        return (word & HIGH) == 0 && ((digit | letter) & HIGH) == HIGH;
    }
}
