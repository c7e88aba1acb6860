package org.himaye.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A long list is read page by page, on and back again. */
class PageOfTest {

    private static final Function<Integer, PlaceInTime> PLACE =
            i -> new PlaceInTime(Instant.ofEpochSecond(1000 - i), new UUID(0, i));
    private static final List<Integer> ALL = IntStream.range(0, 5).boxed().toList();

    private static PageAsked before(String mark) {
        return PageAsked.of(mark, null);
    }

    private static PageAsked after(String mark) {
        return PageAsked.of(null, mark);
    }

    @Test
    void goesOnToTheEndAndBackToTheBeginning() {
        PageOf<Integer> first = PageOf.within(ALL, 2, PageAsked.first(), PLACE);
        PageOf<Integer> second = PageOf.within(ALL, 2, before(first.older()), PLACE);
        PageOf<Integer> last = PageOf.within(ALL, 2, before(second.older()), PLACE);

        assertEquals(
                List.of(List.of(0, 1), List.of(2, 3), List.of(4)), List.of(first.rows(), second.rows(), last.rows()));
        assertNull(first.newer());
        assertNull(last.older());
        assertEquals(second, PageOf.within(ALL, 2, after(last.newer()), PLACE));
        assertEquals(first, PageOf.within(ALL, 2, after(second.newer()), PLACE));
    }

    @Test
    void readsWhatTheDatabaseFoundInBothDirections() {
        PageOf<Integer> first = PageOf.found(List.of(0, 1, 2), 2, PageAsked.first(), PLACE);
        PageOf<Integer> second = PageOf.found(List.of(2, 3, 4), 2, before(first.older()), PLACE);

        assertEquals(List.of(2, 3), second.rows());
        assertEquals(first, PageOf.found(List.of(1, 0), 2, after(second.newer()), PLACE));
        assertEquals(
                second.rows(),
                PageOf.found(List.of(3, 2, 1), 2, after(PLACE.apply(4).mark()), PLACE)
                        .rows());
    }

    @Test
    void whatIsNoMarkBeginsAtTheBeginning() {
        for (String mark : new String[] {null, "", "x", "1_2", "99999999999999999999_" + new UUID(0, 1)}) {
            assertNull(PlaceInTime.parse(mark), mark);
        }
        PlaceInTime place = new PlaceInTime(Instant.parse("2026-03-02T08:00:00.123456Z"), UUID.randomUUID());
        assertEquals(place, PlaceInTime.parse(place.mark()));
    }

    @Test
    void theQueryTurnsRoundForTheWayBack() {
        assertEquals(
                "(r.at, r.id) < (:at, :id) order by r.at desc, r.id desc",
                PageAsked.first().where("r.at, r.id"));
        assertEquals(
                "(r.at, r.id) > (:at, :id) order by r.at asc, r.id asc",
                after(PLACE.apply(1).mark()).where("r.at, r.id"));
    }
}
