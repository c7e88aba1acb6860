package org.himaye.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cases by year of opening and sex, protected.
 *
 * @param k smallest count that is shown
 * @param groups the columns
 * @param years one row each, oldest first; years before the first case are left out
 * @param until first day that is no longer counted, in Baku
 */
public record CasesByYear(
        int k,
        List<SexGroup> groups,
        List<Year> years,
        List<Suppression.Cell> totals,
        Suppression.Cell total,
        LocalDate until) {

    /** Rare answers are one group: alone they would point at a person. */
    public enum SexGroup {
        FEMALE,
        MALE,
        OTHER_OR_UNDISCLOSED
    }

    /**
     * @param percent share of the year in all cases, or null when the rules do not allow one
     */
    public record Year(int year, List<Suppression.Cell> cells, Suppression.Cell total, Integer percent) {}

    static CasesByYear of(List<Integer> years, int[][] counts, LocalDate until) {
        List<SexGroup> groups = List.of(SexGroup.values());
        int first = IntStream.range(0, years.size())
                .filter(y -> IntStream.of(counts[y]).sum() > 0)
                .findFirst()
                .orElse(years.size());
        if (first == years.size()) {
            return new CasesByYear(Suppression.INTERNAL, groups, List.of(), List.of(), null, until);
        }
        int[][] used = java.util.Arrays.copyOfRange(counts, first, counts.length);
        Suppression.Protected table = Suppression.protect(Suppression.INTERNAL, used, null);
        List<Year> rows = new ArrayList<>();
        for (int y = 0; y < used.length; y++) {
            Suppression.Cell total = table.rowTotals().get(y);
            rows.add(new Year(years.get(first + y), table.cells().get(y), total, percent(total, table.total())));
        }
        List<Suppression.Cell> totals =
                table.columnTotals().isEmpty() ? table.cells().get(0) : table.columnTotals();
        return new CasesByYear(table.k(), groups, List.copyOf(rows), totals, table.total(), until);
    }

    private static Integer percent(Suppression.Cell part, Suppression.Cell base) {
        boolean both = part.shown() == Suppression.Shown.COUNT && base.shown() == Suppression.Shown.COUNT;
        return both && Suppression.mayGivePercentage(base.count())
                ? Integer.valueOf(Math.round(100f * part.count() / base.count()))
                : null;
    }
}
