package org.himaye.benchmarks;

import java.util.Locale;

/** What one side did: how often a second, and how long it took, in microseconds. */
public record Side(double perSecond, double p50, double p95) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,.0f/s, p50 %s, p95 %s", perSecond, time(p50), time(p95));
    }

    static String time(double micros) {
        return micros < 1000
                ? String.format(Locale.ROOT, "%.1f µs", micros)
                : String.format(Locale.ROOT, "%.2f ms", micros / 1000);
    }
}
