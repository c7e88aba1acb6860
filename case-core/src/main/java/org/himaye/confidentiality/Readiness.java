package org.himaye.confidentiality;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready means: the database answers on both pools and the key-encryption key can be used. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class Readiness implements HealthCheck {

    private static final int SECONDS = 2;

    @Resource(lookup = "jdbc/himaye")
    private DataSource data;

    @Resource(lookup = "jdbc/himaye-log")
    private DataSource log;

    @Inject
    private KeyVault vault;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("himaye")
                .withData("database", answers(data))
                .withData("accessLog", answers(log))
                .withData("keys", keysUsable())
                .status(answers(data) && answers(log) && keysUsable())
                .build();
    }

    private boolean keysUsable() {
        try {
            return vault.wrapping() != null;
        } catch (KeysUnavailable missing) {
            return false;
        }
    }

    private static boolean answers(DataSource pool) {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException down) {
            return false;
        }
    }
}
