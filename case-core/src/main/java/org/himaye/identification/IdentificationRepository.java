package org.himaye.identification;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.himaye.shared.PageAsked;
import org.himaye.shared.Tuples;

@Dependent
class IdentificationRepository {

    @PersistenceContext
    private EntityManager entityManager;

    void add(Object row) {
        entityManager.persist(row);
    }

    /** The newest form of signs, finished or not. */
    Optional<IndicatorAssessment> assessment(UUID caseId) {
        return newest(IndicatorAssessment.class, caseId);
    }

    Optional<TraffickingEpisode> episode(UUID caseId) {
        return newest(TraffickingEpisode.class, caseId);
    }

    private <T> Optional<T> newest(Class<T> type, UUID caseId) {
        return entityManager
                .createQuery(
                        "select r from " + type.getSimpleName() + " r where r.caseId = :case order by r.createdAt desc",
                        type)
                .setParameter("case", caseId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    Optional<Identification> identification(UUID caseId) {
        return Optional.ofNullable(entityManager.find(Identification.class, caseId));
    }

    Optional<IdentificationSet> set(UUID id) {
        return Optional.ofNullable(entityManager.find(IdentificationSet.class, id));
    }

    /** The open set of a case; the newest when none is open. */
    Optional<IdentificationSet> setOf(UUID caseId) {
        return newest(IdentificationSet.class, caseId);
    }

    /** Sent to this unit under this case number, newest first. */
    Optional<IdentificationSet> sentTo(UUID receiver, String caseNumber) {
        return entityManager
                .createQuery(
                        "select s from IdentificationSet s, CaseFile c where c.id = s.caseId and c.caseNumber = :number"
                                + " and s.receiverId = :receiver order by s.sentAt desc",
                        IdentificationSet.class)
                .setParameter("number", caseNumber)
                .setParameter("receiver", receiver)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The one unit that may receive a set (BR-035). */
    Optional<UUID> specialUnit() {
        return Tuples.of(entityManager.createNativeQuery(
                        "select id from himaye.institution where kind = 'SPECIAL_POLICE_UNIT' and active order by id limit 1",
                        Tuple.class))
                .stream()
                .map(t -> t.get(0, UUID.class))
                .findFirst();
    }

    /** Open ones, the oldest first, and so many decided ones as the page needs. */
    List<QueueRow> queue(UUID receiver, PageAsked asked, int open, int decided) {
        return Tuples.of(entityManager
                        .createNativeQuery(
                                """
                        with q as (
                            (select o.* from himaye.identification_set o
                              where o.receiver_id = :receiver and o.decided_at is null order by o.sent_at, o.id limit :open)
                            union all
                            (select d.* from himaye.identification_set d
                              where d.receiver_id = :receiver and d.decided_at is not null and %s limit :decided))
                        select s.id, s.case_id, c.person_id, c.case_number, p.pseudonym, s.sent_at, s.decided_at,
                               (select d.due_at from himaye.case_deadline d where d.case_id = s.case_id
                                   and d.kind = 'IDENTIFICATION_DECISION' and d.met_at is null) as due_at
                          from q s
                          join himaye.case_file c on c.id = s.case_id
                          join himaye.person p on p.id = c.person_id
                         order by %s
                        """.formatted(
                                                asked.where("d.decided_at, d.id"),
                                                asked.after() == null
                                                        ? "s.decided_at desc nulls first, s.sent_at, s.id desc"
                                                        : "s.decided_at nulls first, s.sent_at, s.id"),
                                Tuple.class)
                        .setParameter("receiver", receiver)
                        .setParameter("at", asked.from().at())
                        .setParameter("id", asked.from().id())
                        .setParameter("open", open)
                        .setParameter("decided", decided))
                .stream()
                .map(t -> new QueueRow(
                        t.get("id", UUID.class),
                        t.get("case_id", UUID.class),
                        t.get("person_id", UUID.class),
                        t.get("case_number", String.class),
                        t.get("pseudonym", String.class),
                        t.get("sent_at", Instant.class),
                        t.get("due_at", Instant.class),
                        t.get("decided_at", Instant.class)))
                .toList();
    }
}
