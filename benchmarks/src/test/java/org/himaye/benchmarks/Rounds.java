package org.himaye.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Two sides measured in turn, so that whatever else the machine does meets both; each round has a ratio of its own. */
public final class Rounds {

    private final List<Side> ours;
    private final List<Side> rivals;

    /** One of each for a round, in the order in which they were measured. */
    public Rounds(List<Side> ours, List<Side> rivals) {
        if (ours.isEmpty() || ours.size() != rivals.size()) {
            throw new IllegalArgumentException("each round has two sides");
        }
        this.ours = List.copyOf(ours);
        this.rivals = List.copyOf(rivals);
    }

    /** Ours by the rival's, of one number of each side. */
    public Ratio ratio(ToDoubleFunction<Side> number) {
        double[] each = new double[ours.size()];
        for (int i = 0; i < each.length; i++) {
            each[i] = number.applyAsDouble(ours.get(i)) / number.applyAsDouble(rivals.get(i));
        }
        Arrays.sort(each);
        return new Ratio(middle(each), each[0], each[each.length - 1], each.length);
    }

    /** The median of each number. */
    public Side ours() {
        return middle(ours);
    }

    /** As {@link #ours()}. */
    public Side rival() {
        return middle(rivals);
    }

    private static Side middle(List<Side> sides) {
        return new Side(
                middle(sides.stream().mapToDouble(Side::perSecond).sorted().toArray()),
                middle(sides.stream().mapToDouble(Side::p50).sorted().toArray()),
                middle(sides.stream().mapToDouble(Side::p95).sorted().toArray()));
    }

    private static double middle(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The median of all rounds with the least and the greatest. */
    public record Ratio(double median, double least, double most, int rounds) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f (%.2f to %.2f in %d rounds)", median, least, most, rounds);
        }
    }
}
