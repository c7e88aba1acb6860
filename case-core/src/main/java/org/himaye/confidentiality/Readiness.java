package org.himaye.confidentiality;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether the parts answer without which nothing may be shown. Tells no data, so it is no act. */
@ApplicationScoped
public class Readiness {

    private static final int SECONDS = 2;

    @Resource(lookup = "jdbc/himaye")
    private DataSource data;

    @Resource(lookup = "jdbc/himaye-log")
    private DataSource log;

    @Inject
    private KeyVault vault;

    public boolean databaseAnswers() {
        return answers(data);
    }

    public boolean accessLogAnswers() {
        return answers(log);
    }

    public boolean keysUsable() {
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
