package org.himaye.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * For plain JDBC on rows: the connection of the running change, or one with a short transaction of its own, in which the database is
 * told first for whom it works. Not within {@link ShortTransaction}, whose connection a data source does not give.
 */
@ApplicationScoped
public class ShortConnection {

    @Resource(lookup = "jdbc/himaye")
    private DataSource database;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private RowContext context;

    /** What is done on a connection. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private interface Telling {
        void on(Connection connection) throws SQLException;
    }

    /** For the caller of this request. A change that runs has its context from its act. */
    public <T> T call(Work<T> work) throws SQLException {
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            try (Connection connection = database.getConnection()) {
                return work.on(connection);
            }
        }
        return alone(context::tell, work);
    }

    /** For a job of the machine. */
    public <T> T callAs(RowContext.Job job, Work<T> work) throws SQLException {
        return alone(connection -> context.tell(connection, job), work);
    }

    /** For a session, before it is known who calls. */
    public <T> T callOf(UUID session, Work<T> work) throws SQLException {
        return alone(connection -> context.tell(connection, session), work);
    }

    private <T> T alone(Telling telling, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                telling.on(connection);
                T answer = work.on(connection);
                connection.commit();
                connection.setAutoCommit(true);
                return answer;
            } catch (SQLException | RuntimeException failed) {
                undo(connection, failed);
                throw failed;
            }
        }
    }

    /** The server's pool wraps what a connection says that is gone; what failed first is what the caller must know. */
    private static void undo(Connection connection, Exception failed) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException | UndeclaredThrowableException gone) {
            failed.addSuppressed(gone);
        }
    }
}
