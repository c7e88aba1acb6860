package org.himaye.consent;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Dependent
class ConsentRepository {

    @PersistenceContext
    private EntityManager entityManager;

    void add(Object row) {
        entityManager.persist(row);
    }

    void flush() {
        entityManager.flush();
    }

    Optional<Consent> find(UUID id) {
        return Optional.ofNullable(entityManager.find(Consent.class, id));
    }

    /** Newest first. */
    List<Consent> of(UUID caseId) {
        return entityManager
                .createQuery("select c from Consent c where c.caseId = :case order by c.createdAt desc", Consent.class)
                .setParameter("case", caseId)
                .setMaxResults(100)
                .getResultList();
    }

    /** Answers GIVEN and not ended, whatever their last day. */
    List<Consent> given(UUID caseId, ConsentScope scope) {
        return entityManager
                .createQuery(
                        "select c from Consent c where c.caseId = :case and c.scope = :scope and c.status = :given",
                        Consent.class)
                .setParameter("case", caseId)
                .setParameter("scope", scope)
                .setParameter("given", ConsentStatus.GIVEN)
                .getResultList();
    }

    Optional<RightsBriefing> briefing(UUID id) {
        return Optional.ofNullable(entityManager.find(RightsBriefing.class, id));
    }

    /** Newest first. */
    List<RightsBriefing> briefings(UUID caseId) {
        return entityManager
                .createQuery(
                        "select b from RightsBriefing b where b.caseId = :case order by b.explainedAt desc",
                        RightsBriefing.class)
                .setParameter("case", caseId)
                .setMaxResults(20)
                .getResultList();
    }
}
