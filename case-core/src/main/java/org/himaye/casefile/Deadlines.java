package org.himaye.casefile;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Configuration;

/** Sets and meets what is due on a case, within the running act, and keeps the case's earliest open deadline. */
@Dependent
public class Deadlines {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Configuration configuration;

    @Inject
    private BusinessClock clock;

    @Inject
    private CurrentCaller caller;

    /** Starts a deadline of the configured length now; an open one of the same kind is replaced. */
    public Instant start(UUID caseId, DeadlineKind kind) {
        Instant due = dueFrom(clock.instant(), kind);
        startUntil(caseId, kind, due);
        return due;
    }

    /** Starts a deadline that ends at a given instant. */
    public void startUntil(UUID caseId, DeadlineKind kind, Instant due) {
        close(caseId, kind);
        entityManager.persist(new Deadline(caseId, kind, due, caller.get().sub(), clock.instant()));
        keepEarliest(caseId);
    }

    /** Meets the open deadline of the kind, if there is one. */
    public void met(UUID caseId, DeadlineKind kind) {
        close(caseId, kind);
        keepEarliest(caseId);
    }

    private void close(UUID caseId, DeadlineKind kind) {
        List<Deadline> open = entityManager
                .createQuery(
                        "select d from Deadline d where d.caseId = :case and d.kind = :kind and d.metAt is null",
                        Deadline.class)
                .setParameter("case", caseId)
                .setParameter("kind", kind)
                .getResultList();
        open.forEach(d -> d.met(caller.get().sub(), clock.instant()));
        if (!open.isEmpty()) {
            // Inserts go before updates at a flush, and only one open deadline of a kind may stand.
            entityManager.flush();
        }
    }

    private void keepEarliest(UUID caseId) {
        Instant earliest = entityManager
                .createQuery(
                        "select min(d.dueAt) from Deadline d where d.caseId = :case and d.metAt is null and d.kind <> :told",
                        Instant.class)
                .setParameter("case", caseId)
                .setParameter("told", DeadlineKind.REFLECTION_ENDS)
                .getSingleResult();
        entityManager.find(CaseFile.class, caseId).nextDue(earliest);
    }

    /** Hours run on the clock; days end at the same time of day; working days skip Saturday and Sunday and end at midnight. */
    private Instant dueFrom(Instant from, DeadlineKind kind) {
        int length = configuration.number(kind.key());
        if (kind.key().endsWith(".hours")) {
            return from.plus(length, ChronoUnit.HOURS);
        }
        ZonedDateTime local = from.atZone(BusinessClock.ZONE);
        if (kind.key().endsWith(".working_days")) {
            return BusinessClock.afterWorkingDays(from, length);
        }
        return local.plusDays(length).toInstant();
    }
}
