package org.himaye.verifier.entry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The order of the log is the order of time, but for two minutes. */
public final class Times implements EntryRule {

    private static final long LEEWAY = 120_000_000;

    private long latest = Long.MIN_VALUE;
    private long latestIndex;

    @Override
    public Optional<String> see(long index, Entry entry) {
        if (entry.continues()) {
            return Optional.empty();
        }
        if (entry.at() > latest) {
            latest = entry.at();
            latestIndex = index;
        } else if (entry.at() < latest - LEEWAY) {
            return Optional.of("it is of " + moment(entry.at()) + ", entry " + latestIndex + " before it of "
                    + moment(latest) + ": one of the two has a false time");
        }
        return Optional.empty();
    }

    private static Instant moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    @Override
    public boolean breaks() {
        return false;
    }
}
