package org.himaye.shared;

import java.time.Instant;
import java.util.UUID;

/**
 * Which page of a list that is sorted by time, the newest first.
 *
 * @param before the page follows this place, or null
 * @param after the page ends before this place, or null; both null: the first page
 */
public record PageAsked(PlaceInTime before, PlaceInTime after) {

    private static final PlaceInTime END = new PlaceInTime(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    public static PageAsked first() {
        return new PageAsked(null, null);
    }

    /** Marks as an address carries them. */
    public static PageAsked of(String before, String after) {
        return new PageAsked(PlaceInTime.parse(before), PlaceInTime.parse(after));
    }

    /** Where the query begins. */
    public PlaceInTime from() {
        return after != null ? after : before != null ? before : END;
    }

    /**
     * The condition and the order, with the parameters {@code at} and {@code id} of {@link #from}.
     *
     * @param columns time and id, of this program, never of a person
     */
    public String where(String columns) {
        String[] both = columns.split(", ");
        String way = after == null ? "desc" : "asc";
        return "(" + columns + ") " + (after == null ? "<" : ">") + " (:at, :id) order by " + both[0] + " " + way + ", "
                + both[1] + " " + way;
    }
}
