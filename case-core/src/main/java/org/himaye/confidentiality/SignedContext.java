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
    public void enter() {
        if (currentCaller.present() && transactions.getResource(SignedContext.class) == null) {
            Caller caller = currentCaller.get();
            tell(caller.sub(), caller.institution(), caller.role().name(), null, null);
        }
    }

    @Override
    public void enter(Job job) {
        tell(null, null, null, null, job);
    }

    @Override
    public void enterSession(UUID session) {
        tell(null, null, null, session, null);
    }

    private void tell(UUID account, UUID institution, String role, UUID session, Job job) {
        // The real time, also while the demo pretends another day.
        long until = System.currentTimeMillis() / 1000 + GOOD_FOR.toSeconds();
        String text = String.join(
                "|",
                part(account),
                part(institution),
                part(role),
                part(session),
                part(job),
                Long.toString(until),
                UUID.randomUUID().toString());
        String signed = key.signed(text);
        try {
            database.call(connection -> tell(connection, signed));
        } catch (SQLException e) {
            throw new KeysUnavailable("the database cannot be told for whom a transaction works", e);
        }
        transactions.putResource(SignedContext.class, Boolean.TRUE);
    }

    private static boolean tell(Connection connection, String signed) throws SQLException {
        try (PreparedStatement tell = connection.prepareStatement(TELL)) {
            tell.setString(1, signed);
            return tell.execute();
        }
    }

    private static String part(Object value) {
        return value == null ? "" : value.toString();
    }
}
