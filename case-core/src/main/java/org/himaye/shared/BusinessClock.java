package org.himaye.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
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
