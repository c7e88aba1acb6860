package org.himaye.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** One short transaction for the rows of a read; it ends before the gate records and opens them. */
@ApplicationScoped
public class ShortTransaction {

    /** @param rows loads detached rows, at most four statements */
    @Transactional(Transactional.TxType.REQUIRED)
    public <T> T read(Supplier<T> rows) {
        return rows.get();
    }
}
