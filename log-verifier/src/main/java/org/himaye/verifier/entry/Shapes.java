package org.himaye.verifier.entry;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Shapes of short strings, looked at byte by byte: an entry has ten of them, and there are many entries. */
final class Shapes {

    static final int ID_LENGTH = 36;
    static final int HASH_LENGTH = 16;
    static final int MOMENT_LENGTH = 27;
    private static final String MOMENT = "0000-00-00T00:00:00.000000Z";
    private static final String ID = "00000000-0000-0000-0000-000000000000";
    private static final boolean[] HEX = marked("0123456789abcdef");
    private static final boolean[] NAME = marked("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.-:");
    private static final long SECONDS_A_DAY = 86_400;
    private static final long MICROS = 1_000_000;

    private Shapes() {}

    private static boolean[] marked(String letters) {
        boolean[] marked = new boolean[256];
        letters.chars().forEach(letter -> marked[letter] = true);
        return marked;
    }

    static boolean id(byte[] bytes, int from, int to) {
        if (to - from != ID_LENGTH) {
            return false;
        }
        for (int i = 0; i < ID_LENGTH; i++) {
            int each = bytes[from + i] & 0xff;
            if (ID.charAt(i) == '-' ? each != '-' : !HEX[each]) {
                return false;
            }
        }
        return true;
    }

    static boolean hash(byte[] bytes, int from, int to) {
        return to - from == HASH_LENGTH && only(HEX, bytes, from, to);
    }

    static boolean name(byte[] bytes, int from, int to) {
        return to > from && only(NAME, bytes, from, to);
    }

    private static boolean only(boolean[] letters, byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!letters[bytes[i] & 0xff]) {
                return false;
            }
        }
        return true;
    }

    /** Microseconds since 1970, or -1 when it is no moment. */
    static long moment(byte[] bytes, int from, int to) {
        if (to - from != MOMENT_LENGTH) {
            return -1;
        }
        for (int i = 0; i < MOMENT_LENGTH; i++) {
            int each = bytes[from + i];
            char shape = MOMENT.charAt(i);
            if (shape == '0' ? each < '0' || each > '9' : each != shape) {
                return -1;
            }
        }
        int hour = digits(bytes, from + 11, 2);
        int minute = digits(bytes, from + 14, 2);
        int second = digits(bytes, from + 17, 2);
        if (hour > 23 || minute > 59 || second > 59) {
            return -1;
        }
        try {
            long day = LocalDate.of(digits(bytes, from, 4), digits(bytes, from + 5, 2), digits(bytes, from + 8, 2))
                    .toEpochDay();
            return (day * SECONDS_A_DAY + (hour * 60L + minute) * 60 + second) * MICROS + digits(bytes, from + 20, 6);
        } catch (DateTimeException e) {
            return -1;
        }
    }

    private static int digits(byte[] bytes, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }
}
