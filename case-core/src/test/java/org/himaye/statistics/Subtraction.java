package org.himaye.statistics;

import java.util.ArrayList;
import java.util.List;
import org.himaye.statistics.Suppression.Cell;
import org.himaye.statistics.Suppression.Protected;
import org.himaye.statistics.Suppression.Shown;

/** Solves a published table: which withheld cells have only one value that fits all its sums? Shares no code with the protection. */
final class Subtraction {

    private static final double ZERO = 1e-9;

    private Subtraction() {}

    /** Names of withheld cells that linear algebra alone gives away. */
    static List<String> computable(Protected table) {
        int rows = table.cells().size();
        int columns = table.cells().get(0).size();
        int[][] unknown = new int[rows + 1][columns + 1];
        int unknowns = 0;
        for (int r = 0; r <= rows; r++) {
            for (int c = 0; c <= columns; c++) {
                unknown[r][c] = cell(table, r, c).shown() == Shown.COUNT ? -1 : unknowns++;
            }
        }
        List<double[]> sums = new ArrayList<>();
        for (int r = 0; r <= rows; r++) {
            double[] sum = new double[unknowns];
            for (int c = 0; c <= columns; c++) {
                add(sum, unknown[r][c], c == columns ? -1 : 1);
            }
            sums.add(sum);
        }
        for (int c = 0; c <= columns; c++) {
            double[] sum = new double[unknowns];
            for (int r = 0; r <= rows; r++) {
                add(sum, unknown[r][c], r == rows ? -1 : 1);
            }
            sums.add(sum);
        }
        return alone(reduced(sums, unknowns));
    }

    private static Cell cell(Protected table, int row, int column) {
        boolean lastRow = row == table.cells().size();
        boolean lastColumn = column == table.cells().get(0).size();
        if (lastRow) {
            return lastColumn ? table.total() : table.columnTotals().get(column);
        }
        return lastColumn ? table.rowTotals().get(row) : table.cells().get(row).get(column);
    }

    private static void add(double[] sum, int unknown, int sign) {
        if (unknown >= 0) {
            sum[unknown] += sign;
        }
    }

    private static List<double[]> reduced(List<double[]> sums, int unknowns) {
        int done = 0;
        for (int column = 0; column < unknowns && done < sums.size(); column++) {
            int pivot = done;
            while (pivot < sums.size() && Math.abs(sums.get(pivot)[column]) < ZERO) {
                pivot++;
            }
            if (pivot == sums.size()) {
                continue;
            }
            double[] lead = sums.get(pivot);
            sums.set(pivot, sums.get(done));
            sums.set(done, lead);
            double by = lead[column];
            for (int i = 0; i < unknowns; i++) {
                lead[i] /= by;
            }
            for (double[] other : sums) {
                double times = other[column];
                for (int i = 0; other != lead && i < unknowns; i++) {
                    other[i] -= times * lead[i];
                }
            }
            done++;
        }
        return sums.subList(0, done);
    }

    private static List<String> alone(List<double[]> rows) {
        List<String> found = new ArrayList<>();
        for (double[] row : rows) {
            int members = 0;
            int last = -1;
            for (int i = 0; i < row.length; i++) {
                if (Math.abs(row[i]) > ZERO) {
                    members++;
                    last = i;
                }
            }
            if (members == 1) {
                found.add("unknown " + last);
            }
        }
        return found;
    }
}
