package org.himaye.assessment;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Dependent
class NeedsAssessmentRepository {

    @PersistenceContext
    private EntityManager entityManager;

    Optional<NeedsAssessment> find(UUID id) {
        return Optional.ofNullable(entityManager.find(NeedsAssessment.class, id));
    }

    Optional<NeedsAssessment> in(UUID caseId, NeedsAssessmentStatus status) {
        return entityManager
                .createQuery(
                        "select n from NeedsAssessment n where n.caseId = :case and n.status = :status",
                        NeedsAssessment.class)
                .setParameter("case", caseId)
                .setParameter("status", status)
                .getResultStream()
                .findFirst();
    }

    /** The draft, else the one that counts; a person has few, so one statement brings them. */
    Optional<NeedsAssessment> newest(UUID caseId) {
        List<NeedsAssessment> found = entityManager
                .createQuery(
                        "select n from NeedsAssessment n where n.caseId = :case and n.status <> :old"
                                + " order by n.status, n.createdAt desc",
                        NeedsAssessment.class)
                .setParameter("case", caseId)
                .setParameter("old", NeedsAssessmentStatus.SUPERSEDED)
                .getResultList();
        return found.stream().findFirst();
    }

    /** In the order of the areas. */
    List<NeedItem> items(UUID assessmentId) {
        return entityManager
                .createQuery("select i from NeedItem i where i.assessmentId = :assessment", NeedItem.class)
                .setParameter("assessment", assessmentId)
                .getResultStream()
                .sorted(Comparator.comparing(NeedItem::area))
                .toList();
    }

    List<NeedItem> finalComponents(UUID caseId) {
        return entityManager
                .createQuery(
                        "select i from NeedItem i join NeedsAssessment n on n.id = i.assessmentId"
                                + " where n.caseId = :case and n.status = :final and i.area in :components",
                        NeedItem.class)
                .setParameter("case", caseId)
                .setParameter("final", NeedsAssessmentStatus.FINAL)
                .setParameter("components", NeedArea.COMPONENTS)
                .getResultList();
    }

    void add(Object row) {
        entityManager.persist(row);
    }

    void flush() {
        entityManager.flush();
    }
}
