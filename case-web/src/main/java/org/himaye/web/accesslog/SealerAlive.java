package org.himaye.web.accesslog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.himaye.accesslog.LogSealing;

/** {@code GET /health/live}: down only when the sealer's thread hangs, the one trouble of the log that a restart ends. */
@Liveness
@ApplicationScoped
public class SealerAlive implements HealthCheck {

    @Inject
    private LogSealing sealing;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("sealer").status(sealing.turns()).build();
    }
}
