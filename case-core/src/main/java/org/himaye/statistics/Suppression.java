package org.himaye.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Withholds small counts of a table so that they can neither be read nor computed (BR-080 to BR-083). Pure: the same counts give the
 * same table. A table of one line has no column totals; a wider one is protected with both margins and the grand total.
 */
public final class Suppression {

    /** The state system's own readers, domain.md 5.2. */
    public static final int INTERNAL = 5;

    /** Reports to others. */
    public static final int EXTERNAL = 11;

    /** Below this base no percentage is given (BR-083). */
    static final int PERCENT_BASE = 50;

    /** What a reader sees in place of a count. */
    public enum Shown {
        COUNT,
        /** 0 or more, but fewer than k: shown as {@code <k}. */
        SMALL,
        /** Withheld to protect another cell: shown as {@code s}. */
        WITHHELD,
        /** Impossible by definition: shown as a dash. */
        IMPOSSIBLE
    }

    /** @param count the number, or -1 when it is not shown */
    public record Cell(Shown shown, int count) {}

    /**
     * A table ready to be shown.
     *
     * @param cells row by row
     * @param rowTotals one a row
     * @param columnTotals one a column; empty for a table of one row
     */
    public record Protected(int k, List<List<Cell>> cells, List<Cell> rowTotals, List<Cell> columnTotals, Cell total) {}

    private final int k;
    private final int rows;
    private final int columns;
    private final boolean margins;
    /** With one more row and column for the totals. */
    private final int[][] counts;

    private final Shown[][] shown;

    private Suppression(int k, int[][] cells, boolean[][] impossible) {
        this.k = k;
        this.rows = cells.length;
        this.columns = cells[0].length;
        this.margins = rows > 1;
        this.counts = new int[rows + 1][columns + 1];
        this.shown = new Shown[rows + 1][columns + 1];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                counts[r][c] = cells[r][c];
                counts[r][columns] += cells[r][c];
                counts[rows][c] += cells[r][c];
                counts[rows][columns] += cells[r][c];
            }
        }
        classify(impossible);
    }

    /**
     * Protects a table.
     *
     * @param k smallest count that may be shown
     * @param cells observed counts, row by row, all rows of the same length; at least one cell
     * @param impossible true where a count cannot exist by definition (a structural zero); null for none
     */
    public static Protected protect(int k, int[][] cells, boolean[][] impossible) {
        Suppression table = new Suppression(k, cells, impossible);
        while (table.protectLines() || table.protectFixed()) {
            // Each round withholds one more cell, so this ends.
        }
        return table.result();
    }

    /** True when the base is large enough for a percentage (BR-083). */
    public static boolean mayGivePercentage(int base) {
        return base >= PERCENT_BASE;
    }

    private void classify(boolean[][] impossible) {
        for (int r = 0; r <= rows; r++) {
            for (int c = 0; c <= columns; c++) {
                shown[r][c] = counts[r][c] < k ? Shown.SMALL : Shown.COUNT;
            }
        }
        if (impossible == null) {
            return;
        }
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (impossible[r][c]) {
                    shown[r][c] = Shown.IMPOSSIBLE;
                }
            }
        }
        for (Line line : lines()) {
            if (line.inner().stream().allMatch(p -> at(p) == Shown.IMPOSSIBLE)) {
                set(line.total(), Shown.IMPOSSIBLE);
            }
        }
    }

    /** A place in the table with its margins. */
    private record Place(int row, int column) {}

    /** Cells that add up to a total. */
    private record Line(List<Place> inner, Place total) {}

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int r = 0; r < (margins ? rows + 1 : 1); r++) {
            List<Place> inner = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                inner.add(new Place(r, c));
            }
            lines.add(new Line(inner, new Place(r, columns)));
        }
        for (int c = 0; margins && c <= columns; c++) {
            List<Place> inner = new ArrayList<>();
            for (int r = 0; r < rows; r++) {
                inner.add(new Place(r, c));
            }
            lines.add(new Line(inner, new Place(rows, c)));
        }
        return lines;
    }

    private Shown at(Place place) {
        return shown[place.row()][place.column()];
    }

    private void set(Place place, Shown state) {
        shown[place.row()][place.column()] = state;
    }

    private int count(Place place) {
        return counts[place.row()][place.column()];
    }

    private boolean hidden(Place place) {
        return at(place) == Shown.SMALL || at(place) == Shown.WITHHELD;
    }

    /** BR-081 for each line; true when a cell had to be withheld. */
    private boolean protectLines() {
        for (Line line : lines()) {
            if (!safe(line)) {
                withholdOneOf(line);
                return true;
            }
        }
        return false;
    }

    private boolean safe(Line line) {
        List<Place> hidden = line.inner().stream().filter(this::hidden).toList();
        boolean totalHidden = hidden(line.total());
        if (hidden.isEmpty() && !totalHidden) {
            return true;
        }
        boolean several = hidden.size() + (totalHidden ? 1 : 0) >= 2;
        int together = hidden.stream().mapToInt(this::count).sum();
        return several && (totalHidden || together >= k);
    }

    /** The smallest visible cell, and when there is none the total. */
    private void withholdOneOf(Line line) {
        Place victim = smallest(line.inner()).orElse(line.total());
        set(victim, Shown.WITHHELD);
    }

    private java.util.Optional<Place> smallest(List<Place> places) {
        Predicate<Place> visible = place -> at(place) == Shown.COUNT;
        return places.stream().filter(visible).min(Comparator.comparingInt(this::count));
    }

    /**
     * Two withheld cells a line are not enough. A reader knows that {@code <k} is below k, that {@code s} is not, and all sums: a
     * withheld count that has only one value with which everything fits is told. True when a cell had to be withheld.
     */
    private boolean protectFixed() {
        for (int r = 0; r < (margins ? rows + 1 : 1); r++) {
            for (int c = 0; c <= columns; c++) {
                Place place = new Place(r, c);
                if (hidden(place) && !movable(place) && withholdBeside(place)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** True when another table with the same visible numbers has another count here. */
    private boolean movable(Place place) {
        return mayMove(place, true) && closes(place, true) || mayMove(place, false) && closes(place, false);
    }

    /**
     * Whether the count may go up by one ({@code up}) or down. Seen from its row and column, more in a total is like less in the
     * cells: what goes up in the one direction goes down there.
     */
    private boolean mayMove(Place place, boolean up) {
        boolean total = place.row() == rows != (place.column() == columns);
        boolean more = up != total;
        return switch (at(place)) {
            case SMALL -> more ? count(place) < k - 1 : count(place) > 0;
            case WITHHELD -> more || count(place) > k;
            default -> false;
        };
    }

    /**
     * Whether the other withheld cells can make up for one more (or less) here: rows and columns are points, a cell that may go up
     * leads from its row to its column, one that may go down leads back, and the sums hold again when the way is a ring. A table of
     * one row has no sums of columns: they are one point.
     */
    private boolean closes(Place moved, boolean up) {
        boolean[] rowSeen = new boolean[rows + 1];
        boolean[] columnSeen = new boolean[columns + 1];
        if (up) {
            columnSeen[point(moved)] = true;
        } else {
            rowSeen[moved.row()] = true;
        }
        for (boolean grew = true; grew; ) {
            grew = false;
            for (int r = 0; r < (margins ? rows + 1 : 1); r++) {
                for (int c = 0; c <= columns; c++) {
                    Place way = new Place(r, c);
                    if (way.equals(moved)) {
                        continue;
                    }
                    if (rowSeen[r] && !columnSeen[point(way)] && mayMove(way, true)) {
                        columnSeen[point(way)] = true;
                        grew = true;
                    }
                    if (columnSeen[point(way)] && !rowSeen[r] && mayMove(way, false)) {
                        rowSeen[r] = true;
                        grew = true;
                    }
                }
            }
        }
        return up ? rowSeen[moved.row()] : columnSeen[point(moved)];
    }

    private int point(Place place) {
        return margins ? place.column() : 0;
    }

    private boolean withholdBeside(Place place) {
        List<Place> beside = new ArrayList<>();
        List<Place> totals = new ArrayList<>();
        for (Line line : lines()) {
            if (line.inner().contains(place) || line.total().equals(place)) {
                beside.addAll(line.inner());
                totals.add(line.total());
            }
        }
        java.util.Optional<Place> victim = smallest(beside).or(() -> smallest(totals));
        victim.ifPresent(v -> set(v, Shown.WITHHELD));
        return victim.isPresent();
    }

    private Protected result() {
        List<List<Cell>> inner = new ArrayList<>();
        List<Cell> rowTotals = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            List<Cell> line = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                line.add(cell(r, c));
            }
            inner.add(List.copyOf(line));
            rowTotals.add(cell(r, columns));
        }
        List<Cell> columnTotals = new ArrayList<>();
        for (int c = 0; margins && c < columns; c++) {
            columnTotals.add(cell(rows, c));
        }
        Cell total = margins ? cell(rows, columns) : cell(0, columns);
        return new Protected(k, List.copyOf(inner), List.copyOf(rowTotals), List.copyOf(columnTotals), total);
    }

    private Cell cell(int row, int column) {
        return new Cell(shown[row][column], shown[row][column] == Shown.COUNT ? counts[row][column] : -1);
    }
}
