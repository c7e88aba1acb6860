package org.himaye.subjectrequest;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.himaye.person.ContactPoint;
import org.himaye.shared.Tuples;

@Dependent
class SubjectRequestRepository {

    /** Nobody asks more often of one case; the rest is in the history of the case. */
    private static final int MOST = 100;

    private static final String NAMES = """
            select s.sub, s.display_name from himaye.staff s
             where s.sub in (:entered, :verified, :prepared, :decided)
            """;

    /** Shows that what she asked for was done by the act that is there for it, since she asked. Row-level security says whose cases. */
    private static final Map<SubjectRequestKind, String> DONE = Map.of(
            SubjectRequestKind.CORRECTION,
            "exists (select 1 from himaye.value_change v where v.owner_id in (:case, :person) and v.created_at >= :since)"
                    + " or exists (select 1 from himaye.case_note n where n.case_id = :case and n.corrects is not null and n.created_at >= :since)",
            SubjectRequestKind.WITHDRAW_CONSENT,
            "exists (select 1 from himaye.consent k where k.case_id = :case and k.withdrawn_at >= :since)",
            SubjectRequestKind.RESTRICTION,
            "exists (select 1 from himaye.case_restriction r where r.case_id = :case and r.in_force_at is not null and r.lifted_at is null and r.created_at >= :since)");

    private static final String OWN_WORDS =
            "exists (select 1 from himaye.case_note n where n.case_id = :case and n.sort = 'STATEMENT' and n.created_at >= :since)";

    private static final String PAYMENT_OPEN =
            "exists (select 1 from himaye.reimbursement_request q where q.case_id = :case"
                    + " and q.state in ('REQUESTED', 'UNDER_REVIEW', 'REVIEWED', 'RETURNED', 'APPEALED', 'APPROVED', 'PARTLY_PAID'))";

    @PersistenceContext
    private EntityManager entityManager;

    Optional<SubjectRequest> find(UUID id) {
        return Optional.ofNullable(entityManager.find(SubjectRequest.class, id));
    }

    void add(SubjectRequest request) {
        entityManager.persist(request);
    }

    List<SubjectRequestLine> of(UUID caseId) {
        return entityManager
                .createQuery(
                        "select r from SubjectRequest r where r.caseId = :case order by r.receivedOn desc, r.createdAt desc, r.id",
                        SubjectRequest.class)
                .setParameter("case", caseId)
                .setMaxResults(MOST)
                .getResultStream()
                .map(row -> new SubjectRequestLine(row.id(), row.kind(), row.state(), row.receivedOn(), row.dueOn()))
                .toList();
    }

    /** Of who entered, made sure, prepared and decided. */
    Map<UUID, String> names(SubjectRequest of) {
        UUID entered = of.createdBy();
        Map<UUID, String> names = new HashMap<>();
        Tuples.of(entityManager
                        .createNativeQuery(NAMES, Tuple.class)
                        .setParameter("entered", entered)
                        .setParameter("verified", Objects.requireNonNullElse(of.verifiedBy(), entered))
                        .setParameter("prepared", Objects.requireNonNullElse(of.preparedBy(), entered))
                        .setParameter("decided", Objects.requireNonNullElse(of.decidedBy(), entered)))
                .forEach(t -> names.put(t.get("sub", UUID.class), t.get("display_name", String.class)));
        return names;
    }

    /** The ways to reach her for which a word was agreed. */
    List<ContactPoint> withCodeWord(UUID personId) {
        return entityManager
                .createQuery(
                        "select c from ContactPoint c where c.personId = :person and c.codeWord is not null",
                        ContactPoint.class)
                .setParameter("person", personId)
                .getResultList();
    }

    /** Whether it stands in the case that it was done; true for a kind of which nothing would stand there. */
    boolean done(SubjectRequest request, UUID caseId, UUID personId) {
        String sql = DONE.get(request.kind());
        if (sql == null) {
            return true;
        }
        Query query = since(sql, request, caseId);
        if (sql.contains(":person")) {
            query.setParameter("person", personId);
        }
        return (Boolean) query.getSingleResult();
    }

    /** Whether she said her own words on it. */
    boolean ownWords(SubjectRequest request, UUID caseId) {
        return (Boolean) since(OWN_WORDS, request, caseId).getSingleResult();
    }

    private Query since(String sql, SubjectRequest request, UUID caseId) {
        return entityManager
                .createNativeQuery("select " + sql)
                .setParameter("case", caseId)
                .setParameter("since", request.since());
    }

    boolean paymentOpen(UUID caseId) {
        return (Boolean) entityManager
                .createNativeQuery("select " + PAYMENT_OPEN)
                .setParameter("case", caseId)
                .getSingleResult();
    }
}
