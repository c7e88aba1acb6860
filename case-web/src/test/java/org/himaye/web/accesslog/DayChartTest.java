package org.himaye.web.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.himaye.accesslog.AccessDay;
import org.himaye.confidentiality.AccessEvent.Outcome;
import org.junit.jupiter.api.Test;

class DayChartTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 14);

    @Test
    void barsStayInsideTheDrawingWhateverTheNumbers() {
        for (int highest : new int[] {0, 1, 2, 3, 7, 99, 100, 101, 12345}) {
            DayChart chart = new DayChart(days(highest));

            assertTrue(chart.getLines().size() <= 5, () -> highest + " has " + chart.getLines());
            assertTrue(chart.getLines().getLast().count() >= highest);
            assertTrue(chart.getBlocks().stream().allMatch(block -> Double.parseDouble(block.y()) >= 14));
            assertEquals(14, chart.getMarks().size());
        }
    }

    @Test
    void noDaysIsAnEmptyDrawing() {
        assertEquals(List.of(), new DayChart(List.of()).getBlocks());
    }

    private static List<AccessDay> days(int highest) {
        return IntStream.range(0, 14)
                .mapToObj(i -> new AccessDay(
                        DAY.plusDays(i), Map.of(Outcome.ALLOWED, highest - highest / 3, Outcome.DENIED, highest / 3)))
                .toList();
    }
}
