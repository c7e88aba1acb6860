package org.himaye.acceptance;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.himaye.stack.SecondFactor;

/** One-time codes as a person reads them from a device. Each works once, so whoever needs another soon must wait for it. */
final class Codes {

    private static final Map<DemoPerson, Long> USED = new EnumMap<>(DemoPerson.class);

    private Codes() {}

    /** A code that was not given out before. The provider also takes the one that comes next: clocks differ. */
    static synchronized String next(DemoPerson person) {
        long window = Math.max(now(), USED.getOrDefault(person, 0L) + 1);
        Eventually.holds("the time of the next code has come", () -> now() >= window - 1);
        USED.put(person, window);
        return factor(person).code(window);
    }

    static String of(DemoPerson person, long window) {
        return factor(person).code(window);
    }

    static long now() {
        return SecondFactor.window(Instant.now());
    }

    private static SecondFactor factor(DemoPerson person) {
        return SecondFactor.of(person.username()).orElseThrow();
    }
}
