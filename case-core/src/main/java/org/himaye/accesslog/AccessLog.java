package org.himaye.accesslog;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.himaye.confidentiality.AccessEvent;
import org.himaye.confidentiality.AccessRecorder;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.LogUnavailable;

/**
 * Inserts events, by plain JDBC because the application's role may not read what it wrote. Time, order and transaction id are
 * the database's: the role has no right to give them.
 */
@ApplicationScoped
public class AccessLog implements AccessRecorder {

    private static final String INSERT = "with event as (insert into himaye.access_event"
            + " (id, actor, role, institution_id, session_ref, client, act, action, entity, entity_id, fields, classes,"
            + " purpose, grant_id, outcome, reason, row_count, query_hash, policy)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"
            + " insert into himaye.access_event_case (event_id, case_id, person_id)"
            + " select ?, link.case_id, link.person_id from unnest(?, ?) as link (case_id, person_id)";

    /** Shares connection and transaction with the change that it records. */
    @Resource(lookup = "jdbc/himaye")
    private DataSource shared;

    /** Never takes part in a transaction of the server. */
    @Resource(lookup = "jdbc/himaye-log")
    private DataSource own;

    @Inject
    private FieldPolicy policy;

    @Override
    public void write(AccessEvent event) {
        insert(shared, event, false);
    }

    @Override
    public void commit(AccessEvent event) {
        insert(own, event, true);
    }

    private void insert(DataSource pool, AccessEvent event, boolean commit) {
        try (Connection connection = pool.getConnection()) {
            if (commit) {
                connection.setAutoCommit(true);
            }
            insert(connection, event, policy.mark());
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    /** @param policy by which it was decided, {@link FieldPolicy#mark} */
    static void insert(Connection connection, AccessEvent event, String policy) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bind(connection, insert, event, policy);
            insert.executeUpdate();
        }
    }

    private static void bind(Connection connection, PreparedStatement insert, AccessEvent event, String policy)
            throws SQLException {
        int i = 0;
        insert.setObject(++i, event.id());
        insert.setObject(++i, event.actor());
        insert.setString(++i, event.role());
        insert.setObject(++i, event.institution());
        insert.setString(++i, event.session());
        insert.setString(++i, event.client());
        insert.setString(++i, event.act());
        insert.setString(++i, event.action().name());
        insert.setString(++i, event.entity());
        insert.setObject(++i, event.entityId());
        insert.setArray(++i, text(connection, event.fields()));
        insert.setArray(++i, text(connection, event.classes()));
        insert.setString(++i, event.purpose() == null ? null : event.purpose().name());
        insert.setObject(++i, event.grant());
        insert.setString(++i, event.outcome().name());
        insert.setString(++i, event.reason());
        insert.setInt(++i, event.rows());
        insert.setString(++i, event.query());
        insert.setString(++i, policy);
        insert.setObject(++i, event.id());
        insert.setArray(
                ++i,
                connection.createArrayOf(
                        "uuid",
                        event.links().stream().map(AccessEvent.Link::caseId).toArray()));
        insert.setArray(
                ++i,
                connection.createArrayOf(
                        "uuid",
                        event.links().stream().map(AccessEvent.Link::personId).toArray()));
    }

    private static java.sql.Array text(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
