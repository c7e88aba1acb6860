package org.himaye.accesslog;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.himaye.confidentiality.AccessEvent;
import org.himaye.confidentiality.AccessRecorder;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.LogUnavailable;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Role;

/**
 * Records at each start by which policy the server decides, and whether it is another one than before: an auditor can tell what was
 * allowed on a day. The policy changes with a new version of the application only. Without the log the server does not start.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class PolicyInForce {

    private static final String NAME = "field_policy.";

    /** Both names as they stand in the index that this asks. */
    private static final String LAST = "select fields[1] from himaye.access_event"
            + " where act in ('policy.start', 'policy.change') order by seq desc limit 1";

    @Resource(lookup = "jdbc/himaye-log-reader")
    private DataSource reader;

    @Inject
    private FieldPolicy policy;

    @Inject
    private AccessRecorder recorder;

    /** @throws LogUnavailable when it cannot be recorded */
    @PostConstruct
    public void record() {
        String name = NAME + policy.hash();
        String before = last();
        recorder.commit(event(
                before == null || before.equals(name) ? Permission.POLICY_START : Permission.POLICY_CHANGE, name));
    }

    private String last() {
        try (Connection connection = reader.getConnection();
                PreparedStatement statement = connection.prepareStatement(LAST);
                ResultSet found = statement.executeQuery()) {
            return found.next() ? found.getString(1) : null;
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    private static AccessEvent event(Permission act, String name) {
        return new AccessEvent(
                new UUID(0, 0),
                Role.SYSTEM.name(),
                null,
                null,
                null,
                act.realmName(),
                act == Permission.POLICY_CHANGE ? AccessEvent.Action.UPDATE : AccessEvent.Action.VIEW,
                List.of(),
                "field_policy",
                null,
                List.of(name),
                List.of(),
                null,
                null,
                AccessEvent.Outcome.ALLOWED,
                null,
                0);
    }
}
