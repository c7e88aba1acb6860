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

    private static final String IN_FORCE = "select k.value from himaye.configuration k where k.key = %s"
            + " and k.valid_from <= :today and (k.valid_to is null or k.valid_to >= :today)"
            + " order by k.valid_from desc limit 1";

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
                .createNativeQuery(inForce(":key"))
                .setParameter("key", key)
                .setParameter("today", clock.today())
                .getResultList();
        if (found.isEmpty()) {
            throw new IllegalStateException("no configuration for " + key);
        }
        return (BigDecimal) found.get(0);
    }

    /**
     * SQL that yields the value in force, for a statement that needs it beside other things.
     *
     * @param key SQL that yields its key; the statement has a parameter {@code today}
     */
    public static String inForce(String key) {
        return IN_FORCE.formatted(key);
    }

    /** As {@link #value(String)}, for whole numbers of hours, days or months. */
    public int number(String key) {
        return value(key).intValueExact();
    }
}
