package org.himaye.organisation;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.Role;
import org.himaye.shared.Translated;
import org.himaye.shared.Tuples;

@Dependent
class RightsReviewRepository {

    private static final String LINES = """
            select s.sub, s.version, s.display_name, s.role,
                   (select max(x.created) from himaye.signin_session x where x.sub = s.sub) as last_sign_in
              from himaye.staff s where s.institution = :institution and s.active and s.sub <> :reader
             order by s.display_name, s.sub
            """;

    private static final String OVERDUE = """
            select i.name_az, i.name_en, i.name_ru, d.due_at,
                   not (%s) as supervised
              from %s d join himaye.institution i on i.id = d.institution
             where d.due_at < :now order by d.due_at, i.id
            """.formatted(ReviewDue.UNSUPERVISED, ReviewDue.ROWS);

    private static final String PLACES = "select i.id, i.name_az, i.name_en, i.name_ru, d.due_at from " + ReviewDue.ROWS
            + " d join himaye.institution i on i.id = d.institution where ";

    @PersistenceContext
    private EntityManager entityManager;

    List<RightsLine> lines(UUID institution, UUID reader) {
        return Tuples.of(entityManager
                        .createNativeQuery(LINES, Tuple.class)
                        .setParameter("institution", institution)
                        .setParameter("reader", reader))
                .stream()
                .map(t -> new RightsLine(
                        t.get("sub", UUID.class),
                        t.get("version", Integer.class),
                        t.get("display_name", String.class),
                        Role.valueOf(t.get("role", String.class)),
                        t.get("last_sign_in", Instant.class)))
                .toList();
    }

    /** The own institution. */
    List<ReviewPlace> own(UUID institution) {
        return places("d.institution = :institution", institution);
    }

    /** Institutions in which nobody can sign, what is due first before the rest. */
    List<ReviewPlace> unsupervised() {
        return places(ReviewDue.UNSUPERVISED, null);
    }

    private List<ReviewPlace> places(String which, UUID institution) {
        Query query = entityManager.createNativeQuery(PLACES + which + " order by d.due_at, i.id", Tuple.class);
        if (institution != null) {
            query.setParameter("institution", institution);
        }
        return Tuples.of(query).stream()
                .map(t -> new ReviewPlace(t.get("id", UUID.class), name(t), t.get("due_at", Instant.class)))
                .toList();
    }

    private static Translated name(Tuple t) {
        return new Translated(
                t.get("name_az", String.class), t.get("name_en", String.class), t.get("name_ru", String.class));
    }

    List<ReviewOverdue> overdue(Instant now) {
        return Tuples.of(entityManager.createNativeQuery(OVERDUE, Tuple.class).setParameter("now", now)).stream()
                .map(t ->
                        new ReviewOverdue(name(t), t.get("due_at", Instant.class), t.get("supervised", Boolean.class)))
                .toList();
    }

    void sign(UUID review, UUID institution, UUID by, Instant now) {
        entityManager
                .createNativeQuery("insert into himaye.rights_review (id, institution, signed_by, signed_at)"
                        + " values (:id, :institution, :by, :now)")
                .setParameter("id", review)
                .setParameter("institution", institution)
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate();
    }

    void decide(UUID review, UUID by, RightsLine line, RightsDecision decision) {
        entityManager
                .createNativeQuery("insert into himaye.rights_review_line (review, signed_by, sub, role, decision)"
                        + " values (:review, :by, :sub, :role, :decision)")
                .setParameter("review", review)
                .setParameter("by", by)
                .setParameter("sub", line.sub())
                .setParameter("role", line.role().name())
                .setParameter("decision", decision.name())
                .executeUpdate();
    }
}
