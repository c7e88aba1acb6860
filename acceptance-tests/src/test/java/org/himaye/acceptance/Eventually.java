package org.himaye.acceptance;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something to become true, as long as it takes and no longer. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private Eventually() {}

    public static void holds(String what, BooleanSupplier condition) {
        holds(what, condition, () -> "");
    }

    /** @param instead what is the case when it never becomes true */
    public static void holds(String what, BooleanSupplier condition, Supplier<String> instead) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what + " " + instead.get());
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }
}
