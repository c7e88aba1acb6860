package org.himaye.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** One short transaction for the rows of a read; it ends before the gate records and opens them. Says first for whom it reads. */
@ApplicationScoped
public class ShortTransaction {

    @Inject
    private RowContext context;

    /** @param rows loads detached rows, at most four statements */
    @Transactional(Transactional.TxType.REQUIRED)
    public <T> T read(Supplier<T> rows) {
        context.enter();
        return rows.get();
    }

    /** As {@link #read}, for a job of the machine. Never within the caller's transaction, which would go on as the job. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T readAs(RowContext.Job job, Supplier<T> rows) {
        context.enter(job);
        return rows.get();
    }
}
