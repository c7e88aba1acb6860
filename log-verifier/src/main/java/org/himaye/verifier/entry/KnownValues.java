package org.himaye.verifier.entry;

import java.util.Arrays;

/**
 * Codes and lists that were read letter by letter a short while ago: most acts show the same fields of the same classes again, and the
 * same bytes are right again. Not for several threads.
 */
final class KnownValues {

    private static final int PLACES = 1_024;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;
    private static final int SHIFT = 54;

    private final Known[] all = new Known[PLACES];

    /**
     * A value with its quotes or brackets.
     *
     * @param firstTo end of the first item of a list, from the begin of the value
     * @param lastFrom begin of its last item
     */
    record Known(byte[] bytes, int firstTo, int lastFrom, int count) {

        private boolean standsIn(byte[] all, int at, int end) {
            return at + bytes.length <= end && Arrays.equals(bytes, 0, bytes.length, all, at, at + bytes.length);
        }
    }

    /** Where such a value is kept: what begins like it takes its place. */
    static int place(Key key, long begin) {
        return (int) ((begin + key.ordinal()) * SPREAD >>> SHIFT);
    }

    /** What stands here, null when it has to be read. */
    Known at(int place, byte[] bytes, int at, int end) {
        Known known = all[place];
        return known != null && known.standsIn(bytes, at, end) ? known : null;
    }

    /** Keeps what was read and is right. */
    void keep(int place, Known read) {
        all[place] = read;
    }
}
