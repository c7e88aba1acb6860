package org.himaye.confidentiality;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.UUID;
import org.himaye.shared.ShortTransaction;

/** Brings what an act changed to the database while the act can still answer for it. */
@Dependent
class UnitOfWork {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private ActRecord record;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ShortTransaction transaction;

    /**
     * @throws ChangedMeanwhile when somebody else saved the same row first
     * @throws ConstraintBroken when a named rule of the database refuses
     * @throws Refused when the id of the new row is that of one which the caller did not make: the same answer as everywhere
     */
    void flush() {
        try {
            entityManager.flush();
        } catch (OptimisticLockException conflict) {
            throw new ChangedMeanwhile();
        } catch (PersistenceException failure) {
            ConstraintBroken broken = ConstraintBroken.in(failure).orElseThrow(() -> failure);
            if (!broken.idOf().map(this::own).orElse(true)) {
                throw new Refused(AccessReason.FOREIGN_ID);
            }
            throw broken;
        }
    }

    /** Whether the caller made what stands there: a second click did the same at once. The act's own transaction is lost. */
    private boolean own(String table) {
        return record.object(table).map(id -> stands(table, id)).orElse(true);
    }

    private boolean stands(String table, UUID id) {
        return transaction.readTelling(told -> {
            entityManager
                    .createNativeQuery("select set_config('himaye.context', :told, true)")
                    .setParameter("told", told)
                    .getSingleResult();
            return !entityManager
                    .createNativeQuery("select 1 from himaye." + table + " where id = :id and created_by = :caller")
                    .setParameter("id", id)
                    .setParameter("caller", caller.get().sub())
                    .getResultList()
                    .isEmpty();
        });
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
