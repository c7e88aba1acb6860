package org.himaye.web.accesslog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.himaye.accesslog.AccessDay;
import org.himaye.confidentiality.AccessEvent.Outcome;

/** Accesses a day as a drawing of 640 by 132: stacked by outcome, from zero, with three lines to read it by. */
public class DayChart {

    private static final int LEFT = 36;
    private static final int RIGHT = 632;
    private static final int TOP = 14;
    private static final int BOTTOM = 108;
    private static final double BAR = 0.62;
    private static final double WIDEST = 26;

    /** Order from the ground up, with the fill of the stylesheet; refusals are hatched, so that colour is not alone. */
    private static final Map<Outcome, String> FILLS =
            Map.of(Outcome.ALLOWED, "f1", Outcome.MASKED, "f4", Outcome.DENIED, "f-hatch", Outcome.FAILED, "f6");

    private static final List<Outcome> ORDER = List.of(Outcome.ALLOWED, Outcome.MASKED, Outcome.DENIED, Outcome.FAILED);

    /** A part of a bar. */
    public record Block(String x, String y, String width, String height, String fill) {}

    /** A line across with what it stands for. */
    public record Line(String y, String textY, int count) {}

    /** The day under a bar. */
    public record Day(String x, int dayOfMonth) {}

    /** A sign of the legend. */
    public record Sign(Outcome outcome, String fill) {}

    private final List<AccessDay> days;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Day> marks = new ArrayList<>();

    DayChart(List<AccessDay> days) {
        this.days = days;
        int highest = days.stream().mapToInt(AccessDay::total).max().orElse(0);
        int step = step(highest);
        int top = Math.max(step * 2, (highest + step - 1) / step * step);
        for (int count = 0; count <= top; count += step) {
            double y = y(count, top);
            lines.add(new Line(number(y), number(y + 4), count));
        }
        double slot = days.isEmpty() ? 0 : (RIGHT - LEFT - 8.0) / days.size();
        double width = Math.min(WIDEST, slot * BAR);
        for (int i = 0; i < days.size(); i++) {
            double middle = LEFT + 4 + slot * (i + 0.5);
            marks.add(new Day(number(middle), days.get(i).day().getDayOfMonth()));
            stack(days.get(i), middle - width / 2, width, top);
        }
    }

    private void stack(AccessDay day, double x, double width, int top) {
        int below = 0;
        for (Outcome outcome : ORDER) {
            int count = day.count(outcome);
            if (count > 0) {
                double lower = y(below, top);
                double upper = y(below + count, top);
                double height = Math.max(1, lower - upper - (below > 0 ? 1 : 0));
                blocks.add(new Block(number(x), number(upper), number(width), number(height), FILLS.get(outcome)));
                below += count;
            }
        }
    }

    /** 1, 2 or 5 times a power of ten, at most three lines above the ground. */
    private static int step(int highest) {
        int step = 1;
        for (int i = 0; step * 3 < highest; i++) {
            step = i % 3 == 1 ? step / 2 * 5 : step * 2;
        }
        return step;
    }

    private static double y(int count, int top) {
        return BOTTOM - (BOTTOM - TOP) * (double) count / top;
    }

    private static String number(double value) {
        return Double.toString(Math.round(value * 10) / 10.0);
    }

    public List<AccessDay> getDays() {
        return days;
    }

    public List<Block> getBlocks() {
        return blocks;
    }

    public List<Line> getLines() {
        return lines;
    }

    public List<Day> getMarks() {
        return marks;
    }

    public List<Sign> getSigns() {
        return ORDER.stream()
                .map(outcome -> new Sign(outcome, FILLS.get(outcome)))
                .toList();
    }

    public AccessDay getFirst() {
        return days.isEmpty() ? null : days.get(0);
    }

    public AccessDay getLast() {
        return days.isEmpty() ? null : days.get(days.size() - 1);
    }

    public int getTotal() {
        return days.stream().mapToInt(AccessDay::total).sum();
    }

    public int getRefused() {
        return days.stream().mapToInt(day -> day.count(Outcome.DENIED)).sum();
    }
}
