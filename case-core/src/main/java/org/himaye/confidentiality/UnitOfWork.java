package org.himaye.confidentiality;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;

/** Brings what an act changed to the database while the act can still answer for it. */
@Dependent
class UnitOfWork {

    @PersistenceContext
    private EntityManager entityManager;

    /**
     * @throws ChangedMeanwhile when somebody else saved the same row first
     * @throws ConstraintBroken when a named rule of the database refuses
     */
    void flush() {
        try {
            entityManager.flush();
        } catch (OptimisticLockException conflict) {
            throw new ChangedMeanwhile();
        } catch (PersistenceException failure) {
            throw ConstraintBroken.in(failure).map(RuntimeException.class::cast).orElse(failure);
        }
    }

    static SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
