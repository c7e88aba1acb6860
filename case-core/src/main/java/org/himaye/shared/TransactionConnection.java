package org.himaye.shared;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The connection of the running transaction of a service, for plain JDBC. A data source gives this one only inside an EJB's own
 * transaction; inside {@link ShortTransaction} it would give another, in which the database was not told for whom it works.
 */
@Dependent
public class TransactionConnection {

    @PersistenceContext
    private EntityManager entityManager;

    /** @throws SQLException as the work did; nothing that was changed in memory is written before */
    public <T> T call(ShortConnection.Work<T> work) throws SQLException {
        SQLException[] failed = new SQLException[1];
        T answer = entityManager.callWithConnection((Connection connection) -> {
            try {
                return work.on(connection);
            } catch (SQLException e) {
                failed[0] = e;
                return null;
            }
        });
        if (failed[0] != null) {
            throw failed[0];
        }
        return answer;
    }
}
