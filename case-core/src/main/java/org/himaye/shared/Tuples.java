package org.himaye.shared;

import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;

/** Reads the rows of a native query that was created for {@link Tuple}: the standard's signature loses the type. */
public final class Tuples {

    private Tuples() {}

    public static List<Tuple> of(Query query) {
        return ((List<?>) query.getResultList()).stream().map(Tuple.class::cast).toList();
    }
}
