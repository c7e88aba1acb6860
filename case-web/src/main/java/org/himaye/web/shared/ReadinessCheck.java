package org.himaye.web.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.himaye.demo.DemoStart;
import org.himaye.document.ContentCheck;
import org.himaye.document.VirusScanner;

/**
 * {@code GET /health/ready}: the application is deployed, both pools answer and the keys can be used. Without
 * the key-encryption key it is not ready, and yet shows what stands in clear. Without its virus scanner it is ready, and takes no files.
 */
@Readiness
@ApplicationScoped
public class ReadinessCheck implements HealthCheck {

    @Inject
    private org.himaye.confidentiality.Readiness parts;

    @Inject
    private DemoStart demo;

    @Inject
    private VirusScanner scanner;

    @Inject
    private ContentCheck check;

    @Override
    public HealthCheckResponse call() {
        boolean database = parts.databaseAnswers();
        boolean accessLog = parts.accessLogAnswers();
        boolean rowContext = parts.contextsAreTaken();
        boolean keys = parts.keysUsable();
        return HealthCheckResponse.named("himaye")
                .withData("database", database)
                .withData("accessLog", accessLog)
                .withData("rowContext", rowContext)
                .withData("keys", keys)
                .withData("virusScanner", scanner.state())
                .withData("documentSandbox", check.sandbox())
                .withData("demoBusy", demo.isBusy())
                .status(database && accessLog && rowContext && keys)
                .build();
    }
}
