package org.himaye.web.accesslog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.himaye.accesslog.LogMonths;
import org.himaye.accesslog.LogSealing;

/**
 * {@code GET /health}: whether the log is sealed in time, signed, and has its place. Pages go on without: what is recorded waits, so
 * this says nothing at {@code /health/ready}.
 */
@Liveness
@ApplicationScoped
public class SealingCheck implements HealthCheck {

    @Inject
    private LogSealing sealing;

    @Inject
    private LogMonths months;

    @Override
    public HealthCheckResponse call() {
        double lag = sealing.lagSeconds();
        LogMonths.Place place = months.place();
        return HealthCheckResponse.named("log")
                .withData("lagSeconds", (long) lag)
                .withData("signed", sealing.signs())
                .withData("place", place.name())
                .status(lag <= LogSealing.LAG_ALARM_SECONDS && sealing.signs() && place == LogMonths.Place.READY)
                .build();
    }
}
