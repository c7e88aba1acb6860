package org.himaye.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.himaye.breakglass.Verdict;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.Row;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PageOf;
import org.himaye.shared.Tuples;

/** Which findings the caller meets is decided by row-level security. */
@Dependent
class AuditRepository {

    private static final String STATE =
            "case when v.id is not null then 'CLOSED' when a.id is not null then 'ANSWERED' else 'ASKED' end";

    private static final String LINES = """
            select f.id, f.case_id, f.reference, f.case_number, s.display_name, f.created_at, f.answer_due_at, v.verdict, %1$s as state
              from himaye.audit_finding f
              join himaye.staff s on s.sub = f.colleague
              left join himaye.audit_finding_step a on a.finding_id = f.id and a.kind = 'ANSWER'
              left join himaye.audit_finding_step v on v.finding_id = f.id and v.kind = 'VERDICT'
             where (cast(:state as text) is null or %1$s = :state) and %2$s limit :rows
            """;

    /** Of everybody who has to do with it the name, and whose turn it is. */
    private static final String AROUND = """
            select s.sub, s.display_name, (%s) as answers, (%s) as decides
              from himaye.audit_finding f cross join himaye.staff s
             where f.id = :finding and s.sub in (:people)
            """.formatted(AnswerTurn.TO_ANSWER, AnswerTurn.TO_DECIDE);

    @PersistenceContext
    private EntityManager entityManager;

    /** Whose accesses may be asked about. */
    record Colleague(UUID sub, String name, UUID institution) {}

    /** Who has to do with a finding, and whether it is the caller's turn. */
    record Around(Map<UUID, String> names, boolean answers, boolean decides) {}

    Optional<Colleague> colleague(UUID sub) {
        return Tuples.of(entityManager
                        .createNativeQuery(
                                "select s.sub, s.display_name, s.institution from himaye.staff s where s.sub = :sub",
                                Tuple.class)
                        .setParameter("sub", sub))
                .stream()
                .findFirst()
                .map(t -> new Colleague(
                        t.get("sub", UUID.class),
                        t.get("display_name", String.class),
                        t.get("institution", UUID.class)));
    }

    PageOf<FindingLine> page(FindingState state, PageAsked asked, int size) {
        List<FindingLine> found = Tuples.of(entityManager
                        .createNativeQuery(LINES.formatted(STATE, asked.where("f.created_at, f.id")), Tuple.class)
                        .setParameter("state", state == null ? null : state.name())
                        .setParameter("at", asked.from().at())
                        .setParameter("id", asked.from().id())
                        .setParameter("rows", size + 1))
                .stream()
                .map(AuditRepository::line)
                .toList();
        return PageOf.found(found, size, asked, FindingLine::place);
    }

    private static FindingLine line(Tuple t) {
        String verdict = t.get("verdict", String.class);
        return new FindingLine(
                t.get("id", UUID.class),
                t.get("case_id", UUID.class),
                t.get("reference", String.class),
                t.get("case_number", String.class),
                t.get("display_name", String.class),
                FindingState.valueOf(t.get("state", String.class)),
                verdict == null ? null : Verdict.valueOf(verdict),
                t.get("created_at", Instant.class),
                t.get("answer_due_at", Instant.class));
    }

    /** One step at a time: who waits here meets what the other wrote. */
    void lock(FindingNumber number) {
        entityManager
                .createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(:number, 0))) as locked")
                .setParameter("number", String.valueOf(number))
                .getResultList();
    }

    /** Whether the case keeps the caller out by name. */
    boolean barred(UUID caseId) {
        return (Boolean) entityManager
                .createNativeQuery("select cast(:case as uuid) = any (himaye.shut_cases(array['BARRED']))")
                .setParameter("case", caseId)
                .getSingleResult();
    }

    /** Whether only the end of the case is left. */
    boolean erased(UUID caseId) {
        return (Boolean) entityManager
                .createNativeQuery("select himaye.is_erased(:case)")
                .setParameter("case", caseId)
                .getSingleResult();
    }

    Optional<AuditFinding> find(FindingNumber number) {
        return entityManager
                .createQuery("select f from AuditFinding f where f.reference = :reference", AuditFinding.class)
                .setParameter("reference", number.text())
                .getResultStream()
                .findFirst();
    }

    Optional<AuditFinding> find(UUID id) {
        return Optional.ofNullable(entityManager.find(AuditFinding.class, id));
    }

    List<FindingStep> steps(AuditFinding of) {
        return entityManager
                .createQuery("select s from FindingStep s where s.findingId = :finding", FindingStep.class)
                .setParameter("finding", of.id())
                .getResultList();
    }

    Around around(AuditFinding of, Set<UUID> people, Caller caller) {
        List<Tuple> found = Tuples.of(entityManager
                .createNativeQuery(AROUND, Tuple.class)
                .setParameter("caller", caller.sub())
                .setParameter("institution", caller.institution())
                .setParameter("role", caller.role().name())
                .setParameter("finding", of.id())
                .setParameter("people", people));
        Map<UUID, String> names = new HashMap<>();
        found.forEach(t -> names.put(t.get("sub", UUID.class), t.get("display_name", String.class)));
        return new Around(
                names,
                found.stream().anyMatch(t -> t.get("answers", Boolean.class)),
                found.stream().anyMatch(t -> t.get("decides", Boolean.class)));
    }

    void add(Row row) {
        entityManager.persist(row);
    }
}
