package org.himaye.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The clock of the work: the server's time in Asia/Baku. Only the demo loader sets it back, for its own thread, to give invented
 * cases a past; the access log has the database's clock and never this one.
 */
@ApplicationScoped
public class BusinessClock extends Clock {

    /** The country's time zone, domain.md 2.0. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Baku");

    private final ThreadLocal<Instant> pretended = new ThreadLocal<>();

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        return Optional.ofNullable(pretended.get())
                .orElseGet(() -> Clock.systemUTC().instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS));
    }

    /** Today in Baku. */
    public LocalDate today() {
        return LocalDate.ofInstant(instant(), ZONE);
    }

    /** Midnight at the end of the last of so many working days after a moment; Saturday and Sunday are none. */
    public static Instant afterWorkingDays(Instant from, int days) {
        LocalDate day = LocalDate.ofInstant(from, ZONE);
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            left -= weekend ? 0 : 1;
        }
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** Runs the demo's work as if it were then. */
    public void pretend(Instant then, Runnable work) {
        pretended.set(then);
        try {
            work.run();
        } finally {
            pretended.remove();
        }
    }
}
