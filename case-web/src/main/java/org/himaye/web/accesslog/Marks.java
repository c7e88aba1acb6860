package org.himaye.web.accesslog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.himaye.accesslog.AccessQuery;
import org.himaye.accesslog.AccessQuery.Cursor;
import org.himaye.web.shared.Turned;

/** A place in the log as an address carries it: microseconds and sequence. */
public final class Marks {

    private static final Pattern MARK = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    private Marks() {}

    public static String write(Cursor place) {
        return place == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, place.at()) + "-" + place.sequence();
    }

    /** The part of a list that its address asks for. */
    public static AccessQuery.Page page(Turned turned) {
        return new AccessQuery.Page(read(turned.getBefore()), read(turned.getAfter()));
    }

    /** Something else than a mark is no mark: the list begins at its beginning. */
    static Cursor read(String mark) {
        Matcher parts = MARK.matcher(mark == null ? "" : mark);
        return parts.matches()
                ? new Cursor(
                        Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
                        Long.parseLong(parts.group(2)))
                : null;
    }
}
