package org.himaye.statistics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.himaye.statistics.Suppression.Cell;
import org.himaye.statistics.Suppression.Protected;
import org.himaye.statistics.Suppression.Shown;

/**
 * Tries every table that a reader could think of: each {@code <k} below k, each {@code s} from k on, all sums right. Slow and
 * simple; shares no code with the protection.
 */
final class Fitting {

    private final Protected table;
    private final int highest;
    private final int rows;
    private final int columns;
    private final int[] cells;
    private final List<Set<Integer>> found = new ArrayList<>();

    /** @param highest count that is tried for a cell; more than any true one */
    private Fitting(Protected table, int highest) {
        this.table = table;
        this.highest = highest;
        this.rows = table.cells().size();
        this.columns = table.cells().get(0).size();
        this.cells = new int[rows * columns];
        for (int i = 0; i < (rows + 1) * (columns + 1); i++) {
            found.add(new HashSet<>());
        }
    }

    /** Withheld cells that have the same count in every table that fits. */
    static List<String> told(Protected table, int highest) {
        Fitting fitting = new Fitting(table, highest);
        fitting.fill(0);
        List<String> told = new ArrayList<>();
        for (int r = 0; r <= fitting.rows; r++) {
            for (int c = 0; c <= fitting.columns; c++) {
                boolean single =
                        fitting.found.get(r * (fitting.columns + 1) + c).size() == 1;
                boolean column = r == fitting.rows && fitting.rows == 1;
                if (single && !column && fitting.cell(r, c).shown() != Shown.COUNT) {
                    told.add(r + "/" + c);
                }
            }
        }
        return told;
    }

    private void fill(int next) {
        if (next == cells.length) {
            keepIfRight();
            return;
        }
        Cell cell = cell(next / columns, next % columns);
        int from = cell.shown() == Shown.COUNT ? cell.count() : cell.shown() == Shown.SMALL ? 0 : table.k();
        int to = cell.shown() == Shown.COUNT ? cell.count() : cell.shown() == Shown.SMALL ? table.k() - 1 : highest;
        for (int count = from; count <= to; count++) {
            cells[next] = count;
            fill(next + 1);
        }
    }

    private void keepIfRight() {
        int[] counts = new int[(rows + 1) * (columns + 1)];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int count = cells[r * columns + c];
                counts[r * (columns + 1) + c] += count;
                counts[r * (columns + 1) + columns] += count;
                counts[rows * (columns + 1) + c] += count;
                counts[rows * (columns + 1) + columns] += count;
            }
        }
        for (int i = 0; i < counts.length; i++) {
            if (!fits(cell(i / (columns + 1), i % (columns + 1)), counts[i])) {
                return;
            }
        }
        for (int i = 0; i < counts.length; i++) {
            found.get(i).add(counts[i]);
        }
    }

    private boolean fits(Cell cell, int count) {
        return switch (cell.shown()) {
            case COUNT -> cell.count() == count;
            case SMALL -> count < table.k();
            case WITHHELD -> count >= table.k();
            case IMPOSSIBLE -> count == 0;
        };
    }

    /** A table of one row shows no totals of its columns: they are the cells. */
    private Cell cell(int row, int column) {
        if (row == rows && column == columns) {
            return table.total();
        }
        if (row == rows) {
            return rows == 1
                    ? table.cells().get(0).get(column)
                    : table.columnTotals().get(column);
        }
        return column == columns
                ? table.rowTotals().get(row)
                : table.cells().get(row).get(column);
    }
}
