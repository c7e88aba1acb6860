package org.himaye.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/** One short transaction for the rows of a read; it ends before the gate records and opens them. Says first for whom it reads. */
@ApplicationScoped
public class ShortTransaction {

    @Inject
    private RowContext context;

    @PersistenceContext
    private EntityManager entityManager;

    /** @param rows loads detached rows, at most four statements */
    @Transactional(Transactional.TxType.REQUIRED)
    public <T> T read(Supplier<T> rows) {
        if (context.enter()) {
            readOnly();
        }
        return rows.get();
    }

    /**
     * As {@link #read}, outside of a change.
     *
     * @param rows tells the database by its first statement, {@link RowContext#taken}
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T readTelling(Function<String, T> rows) {
        String told = context.taken();
        readOnly();
        return rows.apply(told);
    }

    /** Nothing is kept to compare with, and nothing compared: what is read here is never written. */
    private void readOnly() {
        Session session = entityManager.unwrap(Session.class);
        session.setDefaultReadOnly(true);
        session.setHibernateFlushMode(FlushMode.MANUAL);
    }

    /** As {@link #read}, for a job of the machine. Never within the caller's transaction, which would go on as the job. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T readAs(RowContext.Job job, Supplier<T> rows) {
        context.enter(job);
        readOnly();
        return rows.get();
    }
}
