package org.himaye.shared;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.List;

/**
 * What law and practice set and may change: lengths, amounts, ceilings, as rows with validity dates and a source (domain.md 2.0).
 * Never a constant in code.
 */
@Dependent
public class Configuration {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private BusinessClock clock;

    /**
     * The value in force today.
     *
     * @throws IllegalStateException when none is configured: the installation is broken
     */
    public BigDecimal value(String key) {
        List<?> found = entityManager
                .createNativeQuery("select value from himaye.configuration where key = :key and valid_from <= :today"
                        + " and (valid_to is null or valid_to >= :today) order by valid_from desc limit 1")
                .setParameter("key", key)
                .setParameter("today", clock.today())
                .getResultList();
        if (found.isEmpty()) {
            throw new IllegalStateException("no configuration for " + key);
        }
        return (BigDecimal) found.get(0);
    }

    /** As {@link #value(String)}, for whole numbers of hours, days or months. */
    public int number(String key) {
        return value(key).intValueExact();
    }
}
