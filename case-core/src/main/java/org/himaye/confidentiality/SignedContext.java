package org.himaye.confidentiality;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.himaye.shared.RowContext;
import org.himaye.shared.TransactionConnection;

/**
 * Says it by one setting that ends with the transaction and is signed, so that whoever can only send SQL cannot invent another
 * caller. The text ends soon: it is checked against the moment at which the transaction began.
 */
@ApplicationScoped
class SignedContext implements RowContext {

    private static final String TELL = "select set_config('himaye.context', ?, true)";

    private static final Duration GOOD_FOR = Duration.ofSeconds(60);

    @Inject
    private TransactionConnection database;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ContextKey key;

    @Override
    public boolean enter() {
        if (!currentCaller.present() || transactions.getResource(SignedContext.class) != null) {
            return false;
        }
        join(ofCaller());
        return true;
    }

    @Override
    public String taken() {
        transactions.putResource(SignedContext.class, Boolean.TRUE);
        return key.signed(ofCaller());
    }

    @Override
    public void enter(Job job) {
        join(text(null, null, null, null, job));
    }

    @Override
    public void tell(Connection connection) throws SQLException {
        if (currentCaller.present()) {
            tell(connection, ofCaller());
        }
    }

    @Override
    public void tell(Connection connection, Job job) throws SQLException {
        tell(connection, text(null, null, null, null, job));
    }

    @Override
    public void tell(Connection connection, UUID session) throws SQLException {
        tell(connection, text(null, null, null, session, null));
    }

    private void join(String text) {
        try {
            database.call(connection -> tell(connection, text));
        } catch (SQLException e) {
            throw new KeysUnavailable("the database cannot be told for whom a transaction works", e);
        }
        transactions.putResource(SignedContext.class, Boolean.TRUE);
    }

    private boolean tell(Connection connection, String text) throws SQLException {
        try (PreparedStatement tell = connection.prepareStatement(TELL)) {
            tell.setString(1, key.signed(text));
            return tell.execute();
        }
    }

    private String ofCaller() {
        Caller caller = currentCaller.get();
        return text(caller.sub(), caller.institution(), caller.role().name(), null, null);
    }

    /** Ends soon by the real time, also while the demo pretends another day. */
    private static String text(UUID account, UUID institution, String role, UUID session, Job job) {
        long until = System.currentTimeMillis() / 1000 + GOOD_FOR.toSeconds();
        return String.join(
                "|",
                part(account),
                part(institution),
                part(role),
                part(session),
                part(job),
                Long.toString(until),
                UUID.randomUUID().toString());
    }

    private static String part(Object value) {
        return value == null ? "" : value.toString();
    }
}
