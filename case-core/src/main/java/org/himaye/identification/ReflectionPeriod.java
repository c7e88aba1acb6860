package org.himaye.identification;

import java.time.LocalDate;

/**
 * Time to recover and reflect, both days inclusive; starts at reasonable grounds (Council of Europe Convention art. 13 and its
 * guidance note). May be longer than thirty days, never shorter.
 */
public record ReflectionPeriod(LocalDate from, LocalDate to) {

    /** The Convention's minimum, which no configuration can lower (domain.md 3.5). */
    public static final int MINIMUM_DAYS = 30;

    public ReflectionPeriod {
        if (to.isBefore(from.plusDays(MINIMUM_DAYS))) {
            throw new IllegalArgumentException("a reflection period lasts at least " + MINIMUM_DAYS + " days");
        }
    }

    /** @param days configured length; less than the minimum counts as the minimum */
    public static ReflectionPeriod startingOn(LocalDate day, int days) {
        return new ReflectionPeriod(day, day.plusDays(Math.max(MINIMUM_DAYS, days)));
    }
}
