package org.himaye.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.himaye.statistics.Suppression.Cell;
import org.himaye.statistics.Suppression.Protected;
import org.himaye.statistics.Suppression.Shown;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    @Test
    void tableOfScenario10() {
        Protected table = Suppression.protect(11, new int[][] {{3, 27, 0, 44}}, null);

        assertEquals("<11 s <11 44 = 74", line(table, 0));
    }

    @Test
    void countsOfAtLeastKStay() {
        Protected table = Suppression.protect(5, new int[][] {{5, 6}, {7, 8}}, null);

        assertEquals(List.of("5 6 = 11", "7 8 = 15", "12 14 = 26"), lines(table));
    }

    @Test
    void observedZeroLooksLikeAnySmallCount() {
        Protected table = Suppression.protect(5, new int[][] {{0, 3, 40}}, null);

        assertEquals("<5 <5 s = 43", line(table, 0));
    }

    @Test
    void impossibleCountIsADash() {
        Protected table =
                Suppression.protect(5, new int[][] {{0, 12}, {9, 14}}, new boolean[][] {{true, false}, {false, false}});

        assertEquals(List.of("- 12 = 12", "9 14 = 23", "9 26 = 35"), lines(table));
    }

    @Test
    void oneSmallCountTakesThreeMoreWithIt() {
        Protected table = Suppression.protect(5, new int[][] {{2, 20, 30}, {40, 50, 60}, {70, 80, 90}}, null);

        assertEquals(List.of("<5 s 30 = 52", "s s 60 = 150", "70 80 90 = 240", "112 150 180 = 442"), lines(table));
    }

    @Test
    void smallCountsThatTogetherStaySmallTakeAThird() {
        Protected table = Suppression.protect(11, new int[][] {{1, 2, 30, 40}}, null);

        assertEquals("<11 <11 s 40 = 73", line(table, 0));
    }

    @Test
    void smallCountsThatTogetherReachKAreEnough() {
        Protected table = Suppression.protect(5, new int[][] {{4, 3, 30}}, null);

        assertEquals("<5 <5 30 = 37", line(table, 0));
    }

    @Test
    void totalIsWithheldWhenNothingElseIsLeft() {
        Protected table = Suppression.protect(11, new int[][] {{5}}, null);
        Protected two = Suppression.protect(11, new int[][] {{0, 3}}, null);

        assertEquals("<11 = <11", line(table, 0));
        assertEquals("<11 <11 = <11", line(two, 0));
        Protected column = Suppression.protect(11, new int[][] {{3}, {40}}, null);
        assertEquals(List.of("<11 = <11", "s = s", "43 = 43"), lines(column));
    }

    @Test
    void emptyTableTellsNothing() {
        Protected table = Suppression.protect(5, new int[2][2], null);

        assertEquals(List.of("<5 <5 = <5", "<5 <5 = <5", "<5 <5 = <5"), lines(table));
    }

    @Test
    void smallRowTotalCannotBeComputedFromTheOthers() {
        Protected table = Suppression.protect(5, new int[][] {{1, 2}, {30, 40}, {50, 60}}, null);

        assertTrue(hidden(table.rowTotals().get(0)));
        assertTrue(table.rowTotals().stream().filter(SuppressionTest::hidden).count() >= 2 || hidden(table.total()));
    }

    @Test
    void sameCountsGiveTheSameTable() {
        int[][] counts = {{1, 9, 20}, {30, 4, 6}, {12, 12, 12}};

        assertEquals(Suppression.protect(5, counts, null), Suppression.protect(5, counts, null));
    }

    @Test
    void percentageNeedsABaseOfFifty() {
        assertFalse(Suppression.mayGivePercentage(49));
        assertTrue(Suppression.mayGivePercentage(50));
    }

    /** The attacker's view: for every withheld cell there is another table with the same visible numbers. */
    @Test
    void noWithheldCountCanBeComputed() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            int[][] counts = new int[2 + random.nextInt(4)][2 + random.nextInt(4)];
            for (int[] row : counts) {
                for (int c = 0; c < row.length; c++) {
                    row[c] = random.nextInt(4) == 0 ? random.nextInt(6) : random.nextInt(60);
                }
            }
            Protected table = Suppression.protect(5, counts, null);

            assertEquals(List.of(), Subtraction.computable(table), () -> String.join("\n", lines(table)));
        }
    }

    /** BR-081: "nothing can be computed": "<5" is at most 4 and "s" at least 5, so these sums would have told each count. */
    @Test
    void countsAtTheEdgeOfTheirRangeAreNotTold() {
        assertEquals("<5 <5 s = 38", line(Suppression.protect(5, new int[][] {{4, 4, 30}}, null), 0));
        assertEquals("<5 s s = 45", line(Suppression.protect(5, new int[][] {{0, 5, 40}}, null), 0));
    }

    /** The attacker's view: everything that fits is tried. */
    @Test
    void noWithheldCountHasOnlyOneValueThatFits() {
        Random random = new Random(3);
        for (int round = 0; round < 600; round++) {
            int[][] counts = round % 2 == 0 ? new int[1][2 + random.nextInt(3)] : new int[2][2];
            for (int[] row : counts) {
                for (int c = 0; c < row.length; c++) {
                    row[c] = random.nextInt(12);
                }
            }
            Protected table = Suppression.protect(5, counts, null);

            assertEquals(List.of(), Fitting.told(table, 14), () -> String.join("\n", lines(table)));
        }
    }

    @Test
    void everyLineKeepsTheRule() {
        Random random = new Random(11);
        for (int round = 0; round < 2000; round++) {
            int[][] counts = new int[1 + random.nextInt(4)][1 + random.nextInt(5)];
            for (int[] row : counts) {
                for (int c = 0; c < row.length; c++) {
                    row[c] = random.nextInt(30);
                }
            }
            Protected table = Suppression.protect(5, counts, null);

            for (int r = 0; r < counts.length; r++) {
                int together = 0;
                int withheld = hidden(table.rowTotals().get(r)) ? 1 : 0;
                for (int c = 0; c < counts[r].length; c++) {
                    Cell cell = table.cells().get(r).get(c);
                    assertTrue(hidden(cell) || counts[r][c] >= 5);
                    if (hidden(cell)) {
                        together += counts[r][c];
                        withheld++;
                    }
                }
                boolean enough = together >= 5 || hidden(table.rowTotals().get(r));
                assertTrue(withheld == 0 || withheld >= 2 && enough, () -> String.join("\n", lines(table)));
            }
        }
    }

    private static boolean hidden(Cell cell) {
        return cell.shown() == Shown.SMALL || cell.shown() == Shown.WITHHELD;
    }

    private static List<String> lines(Protected table) {
        Stream<String> rows =
                java.util.stream.IntStream.range(0, table.cells().size()).mapToObj(r -> line(table, r));
        Stream<String> totals = table.columnTotals().isEmpty()
                ? Stream.empty()
                : Stream.of(text(table, table.columnTotals(), table.total()));
        return Stream.concat(rows, totals).toList();
    }

    private static String line(Protected table, int row) {
        return text(table, table.cells().get(row), table.rowTotals().get(row));
    }

    private static String text(Protected table, List<Cell> cells, Cell total) {
        return cells.stream().map(c -> text(table, c)).collect(Collectors.joining(" ")) + " = " + text(table, total);
    }

    private static String text(Protected table, Cell cell) {
        return switch (cell.shown()) {
            case COUNT -> Integer.toString(cell.count());
            case SMALL -> "<" + table.k();
            case WITHHELD -> "s";
            case IMPOSSIBLE -> "-";
        };
    }
}
