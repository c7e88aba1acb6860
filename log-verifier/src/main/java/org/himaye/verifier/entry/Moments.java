package org.himaye.verifier.entry;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads moments, most of which are of the same minute as the one before. Not for several threads. */
final class Moments {

    private static final String SHAPE = "0000-00-00T00:00:00.000000Z";
    private static final int LENGTH = 27;
    private static final int SECOND = 17;
    private static final int MICRO = 20;
    private static final long SECONDS_A_DAY = 86_400;
    private static final long MICROS = 1_000_000;

    private long date;
    private long hour;
    private long minute = -1;

    /** Microseconds since 1970, or -1 when it is no moment. */
    long read(byte[] bytes, int from, int to) {
        if (to - from != LENGTH) {
            return -1;
        }
        boolean same = minute >= 0
                && Words.at(bytes, from) == date
                && Words.at(bytes, from + Words.BYTES) == hour
                && bytes[from + SECOND - 1] == ':';
        if (!same && !begin(bytes, from)) {
            return -1;
        }
        if (!shaped(bytes, from, SECOND)) {
            return -1;
        }
        int second = digits(bytes, from + SECOND, 2);
        return second > 59 ? -1 : minute + second * MICROS + digits(bytes, from + MICRO, 6);
    }

    private boolean begin(byte[] bytes, int from) {
        minute = -1;
        if (!shaped(bytes, from, 0)) {
            return false;
        }
        int hours = digits(bytes, from + 11, 2);
        int minutes = digits(bytes, from + 14, 2);
        if (hours > 23 || minutes > 59) {
            return false;
        }
        try {
            long day = LocalDate.of(digits(bytes, from, 4), digits(bytes, from + 5, 2), digits(bytes, from + 8, 2))
                    .toEpochDay();
            minute = (day * SECONDS_A_DAY + (hours * 60L + minutes) * 60) * MICROS;
        } catch (DateTimeException e) {
            return false;
        }
        date = Words.at(bytes, from);
        hour = Words.at(bytes, from + Words.BYTES);
        return minute >= 0;
    }

    private static boolean shaped(byte[] bytes, int from, int begin) {
        for (int i = begin; i < LENGTH; i++) {
            int each = bytes[from + i];
            char shape = SHAPE.charAt(i);
            if (shape == '0' ? each < '0' || each > '9' : each != shape) {
                return false;
            }
        }
        return true;
    }

    private static int digits(byte[] bytes, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }
}
