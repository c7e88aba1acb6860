package org.himaye.shared;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One page of a list.
 *
 * @param newer mark for the page before it, or null on the first
 * @param older mark for the page after it, or null on the last
 */
public record PageOf<T>(List<T> rows, String newer, String older) {

    /**
     * A page as the database found it.
     *
     * @param found in the order of {@link PageAsked#where}, one row more than the page has when there are more
     */
    public static <T> PageOf<T> found(List<T> found, int size, PageAsked asked, Function<T, PlaceInTime> place) {
        boolean more = found.size() > size;
        List<T> rows = List.copyOf(more ? found.subList(0, size) : found);
        boolean back = asked.after() != null;
        List<T> shown = back ? rows.reversed() : rows;
        boolean newer = back ? more : asked.before() != null;
        boolean older = back || more;
        return cut(List.copyOf(shown), newer, older, place);
    }

    /** A page of a list that is known whole, in its order. */
    public static <T> PageOf<T> within(List<T> all, int size, PageAsked asked, Function<T, PlaceInTime> place) {
        int first = asked.after() == null
                ? index(all, asked.before(), place) + 1
                : Math.max(0, index(all, asked.after(), place) - size);
        int end = Math.min(all.size(), first + size);
        return cut(List.copyOf(all.subList(first, end)), first > 0, end < all.size(), place);
    }

    /** -1 when the row is there no more: then the list begins anew. */
    private static <T> int index(List<T> all, PlaceInTime wanted, Function<T, PlaceInTime> place) {
        return wanted == null
                ? -1
                : IntStream.range(0, all.size())
                        .filter(i -> place.apply(all.get(i)).id().equals(wanted.id()))
                        .findFirst()
                        .orElse(-1);
    }

    private static <T> PageOf<T> cut(List<T> rows, boolean newer, boolean older, Function<T, PlaceInTime> place) {
        return rows.isEmpty()
                ? new PageOf<>(rows, null, null)
                : new PageOf<>(
                        rows,
                        newer ? place.apply(rows.getFirst()).mark() : null,
                        older ? place.apply(rows.getLast()).mark() : null);
    }
}
