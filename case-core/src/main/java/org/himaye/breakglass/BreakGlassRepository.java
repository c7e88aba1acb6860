package org.himaye.breakglass;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.himaye.confidentiality.Caller;
import org.himaye.shared.Tuples;

@Dependent
class BreakGlassRepository {

    private static final String RUNNING = """
            select g.id, g.case_id, c.person_id, c.case_number, g.reason, g.ends_at
              from himaye.break_glass_grant g join himaye.case_file c on c.id = g.case_id
             where g.created_by = :caller and g.session_ref = :session and g.ended_at is null and g.ends_at > :now
             order by g.ends_at
            """;

    private static final String OVERDUE =
            "select count(*) from himaye.break_glass_grant g where g.review_due_at < :now and " + ReviewTurn.MINE;

    private static final String TURN = """
            select g.id, c.case_number, c.person_id, s.display_name
              from himaye.break_glass_grant g
              join himaye.case_file c on c.id = g.case_id
              join himaye.staff s on s.sub = g.created_by
             where c.case_number = :number and %s
             order by g.review_due_at, g.id limit 1
            """.formatted(ReviewTurn.MINE);

    @PersistenceContext
    private EntityManager entityManager;

    /** The next one on a case whose review is the caller's turn. */
    record Turn(UUID id, String number, UUID personId, String by) {}

    Optional<BreakGlassGrant> find(UUID id) {
        return Optional.ofNullable(entityManager.find(BreakGlassGrant.class, id));
    }

    /** As {@link #find}, holding the row until the act ends: of two ends at once the second finds it ended. */
    Optional<BreakGlassGrant> hold(UUID id) {
        return Optional.ofNullable(entityManager.find(BreakGlassGrant.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(BreakGlassGrant grant) {
        entityManager.persist(grant);
    }

    /** Now, because what follows is held against what stands in the table. */
    void store() {
        entityManager.flush();
    }

    /** Those of the caller on one case that were not ended. */
    List<BreakGlassGrant> notEnded(UUID caseId, UUID by) {
        return entityManager
                .createQuery(
                        "select g from BreakGlassGrant g where g.caseId = :case and g.createdBy = :by and g.endedAt is null",
                        BreakGlassGrant.class)
                .setParameter("case", caseId)
                .setParameter("by", by)
                .getResultList();
    }

    List<BreakGlassDesk.Running> running(Caller caller, Instant now) {
        return Tuples.of(entityManager
                        .createNativeQuery(RUNNING, Tuple.class)
                        .setParameter("caller", caller.sub())
                        .setParameter("session", caller.session())
                        .setParameter("now", now))
                .stream()
                .map(t -> new BreakGlassDesk.Running(
                        t.get("id", UUID.class),
                        t.get("case_id", UUID.class),
                        t.get("person_id", UUID.class),
                        t.get("case_number", String.class),
                        BreakGlassReason.valueOf(t.get("reason", String.class)),
                        t.get("ends_at", Instant.class)))
                .toList();
    }

    /** How many reviews of others' accesses the caller owes that are late. */
    int overdue(Caller caller, Instant now) {
        Number count = (Number)
                turn(entityManager.createNativeQuery(OVERDUE), caller, now).getSingleResult();
        return count.intValue();
    }

    Optional<Turn> turn(String number, Caller caller, Instant now) {
        Query find = entityManager.createNativeQuery(TURN, Tuple.class).setParameter("number", number);
        return Tuples.of(turn(find, caller, now)).stream()
                .findFirst()
                .map(t -> new Turn(
                        t.get("id", UUID.class),
                        t.get("case_number", String.class),
                        t.get("person_id", UUID.class),
                        t.get("display_name", String.class)));
    }

    private static Query turn(Query query, Caller caller, Instant now) {
        return query.setParameter("caller", caller.sub())
                .setParameter("institution", caller.institution())
                .setParameter("role", caller.role().name())
                .setParameter("now", now);
    }
}
