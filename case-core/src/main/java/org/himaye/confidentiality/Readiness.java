package org.himaye.confidentiality;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.himaye.shared.RowContext;
import org.himaye.shared.ShortConnection;

/** Whether the parts answer without which nothing may be shown. Tells no data, so it is no act. */
@ApplicationScoped
public class Readiness {

    private static final int SECONDS = 2;

    @Resource(lookup = "jdbc/himaye")
    private DataSource data;

    @Resource(lookup = "jdbc/himaye-log")
    private DataSource log;

    @Inject
    private KeyedHash hash;

    @Inject
    private SealingKeys keys;

    @Inject
    private ShortConnection rows;

    public boolean databaseAnswers() {
        return answers(data);
    }

    public boolean accessLogAnswers() {
        return answers(log);
    }

    /** Whether the key-encryption key is there and the one of this database; without it only what stands in clear is shown. */
    public boolean keysUsable() {
        try {
            keys.ofMachine();
            hash.of(KeyedHash.Use.QUERY, "");
            return true;
        } catch (KeysUnavailable missing) {
            return false;
        }
    }

    /** With another key, or a clock that is wrong, the database would show empty lists and no fault. */
    public boolean contextsAreTaken() {
        try {
            return rows.callAs(RowContext.Job.PAGES, connection -> {
                try (Statement ask = connection.createStatement();
                        ResultSet answer = ask.executeQuery("select himaye.context() is not null")) {
                    return answer.next() && answer.getBoolean(1);
                }
            });
        } catch (SQLException | KeysUnavailable down) {
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
