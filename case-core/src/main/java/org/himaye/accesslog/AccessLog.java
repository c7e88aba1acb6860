package org.himaye.accesslog;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
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

/**
 * Appends events by plain JDBC: the application's role has no right to the tables, only to the function that writes an event with its cases. Id,
 * time, order and transaction id are the database's.
 */
@ApplicationScoped
public class AccessLog implements AccessRecorder {

    private static final String APPEND =
            "select himaye.append_event(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Shares connection and transaction with the change that it records. */
    @Resource(lookup = "jdbc/himaye")
    private DataSource shared;

    /** Never takes part in a transaction of the server. */
    @Resource(lookup = "jdbc/himaye-log")
    private DataSource own;

    @Inject
    private FieldPolicy policy;

    @Override
    public UUID write(AccessEvent event) {
        return append(shared, event, false);
    }

    @Override
    public UUID commit(AccessEvent event) {
        return append(own, event, true);
    }

    private UUID append(DataSource pool, AccessEvent event, boolean commit) {
        try (Connection connection = pool.getConnection()) {
            if (commit) {
                connection.setAutoCommit(true);
            }
            return append(connection, event, policy.mark());
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    /**
     * Within whatever the connection has begun.
     *
     * @param policy by which it was decided, {@link FieldPolicy#mark}
     * @return the event's id
     * @throws SQLException also for an event that is longer than the log takes
     */
    static UUID append(Connection connection, AccessEvent event, String policy) throws SQLException {
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            bind(connection, append, event, policy);
            try (ResultSet row = append.executeQuery()) {
                UUID id = row.next() ? row.getObject(1, UUID.class) : null;
                if (id == null) {
                    throw new SQLException("an event of " + event.act() + " is longer than the log takes");
                }
                return id;
            }
        }
    }

    private static void bind(Connection connection, PreparedStatement append, AccessEvent event, String policy)
            throws SQLException {
        int i = 0;
        append.setObject(++i, event.actor());
        append.setString(++i, event.role());
        append.setObject(++i, event.institution());
        append.setString(++i, event.session());
        append.setString(++i, event.client());
        append.setString(++i, event.act());
        append.setString(++i, event.action().name());
        append.setString(++i, event.entity());
        append.setObject(++i, event.entityId());
        append.setArray(++i, text(connection, event.fields()));
        append.setArray(++i, text(connection, event.classes()));
        append.setString(++i, event.purpose() == null ? null : event.purpose().name());
        append.setObject(++i, event.grant());
        append.setString(++i, event.outcome().name());
        append.setString(++i, event.reason());
        append.setInt(++i, event.rows());
        append.setString(++i, event.query());
        append.setString(++i, policy);
        append.setArray(
                ++i,
                connection.createArrayOf(
                        "uuid",
                        event.links().stream().map(AccessEvent.Link::caseId).toArray()));
        append.setArray(
                ++i,
                connection.createArrayOf(
                        "uuid",
                        event.links().stream().map(AccessEvent.Link::personId).toArray()));
    }

    private static java.sql.Array text(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
