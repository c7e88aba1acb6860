package org.himaye.confidentiality;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.himaye.shared.TransactionConnection;

/**
 * A record that was asked for by its number and that the database did not show. The caller learns nothing; the event of the refusal
 * names it when there is one, so that an auditor sees who tried to open which case. Must run within the transaction that found nothing.
 */
@Dependent
public class Unseen {

    private static final String FIND = "select id, case_id, person_id, shut from himaye.refused(?, ?)";

    @Inject
    private TransactionConnection database;

    @Inject
    private ActRecord record;

    /** @return to be thrown: the same work and the same answer whether there is such a record or not */
    public Refused refuse(String table, String number) {
        try {
            return new Refused(database.call(connection -> name(connection, table, number)));
        } catch (SQLException e) {
            throw new KeysUnavailable("a refused record cannot be named", e);
        }
    }

    private AccessReason name(Connection connection, String table, String number) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, table);
            find.setString(2, number);
            try (ResultSet row = find.executeQuery()) {
                if (!row.next()) {
                    return AccessReason.UNKNOWN;
                }
                record.on(table, row.getObject("id", UUID.class));
                record.concerns(row.getObject("case_id", UUID.class), row.getObject("person_id", UUID.class));
                return row.getBoolean("shut") ? AccessReason.RESTRICTED : AccessReason.NO_RELATION;
            }
        }
    }
}
