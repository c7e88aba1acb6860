package org.himaye.shared;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a row stands in a list that is sorted by time and id; an address carries it as microseconds and id. */
public record PlaceInTime(Instant at, UUID id) {

    private static final Pattern MARK =
            Pattern.compile("(\\d{1,18})_(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

    /** Something else than a mark is no place: the list begins at its beginning. */
    public static PlaceInTime parse(String mark) {
        Matcher parts = MARK.matcher(mark == null ? "" : mark);
        return parts.matches()
                ? new PlaceInTime(
                        Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
                        UUID.fromString(parts.group(2)))
                : null;
    }

    public String mark() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_" + id;
    }
}
