package org.himaye.web.accesslog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;
import org.himaye.accesslog.LogChecking;
import org.himaye.accesslog.LogMonths;
import org.himaye.accesslog.LogSealing;

/**
 * {@code GET /health}: whether the log is the one that was signed, has only what our programs write, is sealed in time, signed, and has
 * its place. Pages go on without: what is recorded waits, so this says nothing at {@code /health/ready}; and a restart mends none of it
 * (of rows that others wrote it forgets), so it is not asked at {@code /health/live} either, where whoever watches over servers would end a good one again and again (docs/adr/0028).
 */
@Startup
@ApplicationScoped
public class SealingCheck implements HealthCheck {

    @Inject
    private LogSealing sealing;

    @Inject
    private LogMonths months;

    @Inject
    private LogChecking checking;

    @Override
    public HealthCheckResponse call() {
        double lag = sealing.lagSeconds();
        boolean sound = checking.sound()
                && sealing.proves()
                && sealing.signs()
                && sealing.fits()
                && lag <= LogSealing.LAG_ALARM_SECONDS;
        LogMonths.Place place = months.place();
        return HealthCheckResponse.named("log")
                .withData("lagSeconds", (long) lag)
                .withData("signed", sealing.signs())
                .withData("proved", sealing.proves())
                .withData("checked", checking.sound())
                .withData("fits", sealing.fits())
                .withData("place", place.name())
                .status(sound && place == LogMonths.Place.READY)
                .build();
    }
}
