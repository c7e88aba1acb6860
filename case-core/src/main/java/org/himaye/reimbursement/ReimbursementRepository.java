package org.himaye.reimbursement;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.IdentificationStatus;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Role;
import org.himaye.confidentiality.Unseen;
import org.himaye.shared.Configuration;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PlaceInTime;
import org.himaye.shared.Tuples;

@Dependent
class ReimbursementRepository {

    /** Whose rows they are is decided here, in SQL: a function on the case, supervision of its institution, or the finance desk. */
    private static final String QUEUE = """
            select r.id, r.case_id, r.person_id, r.reference, c.case_number, r.kind, r.amount, r.state, r.requested_at, r.updated_at,
                   (select d.due_at from himaye.case_deadline d
                     where d.case_id = r.case_id and d.met_at is null
                       and d.kind = case when r.state in ('REQUESTED', 'UNDER_REVIEW') then 'REIMBURSEMENT_REVIEW'
                                         when r.state = 'REVIEWED' then 'REIMBURSEMENT_APPROVAL'
                                         when r.state = 'APPROVED' then 'REIMBURSEMENT_PAYMENT' end) as due_at
              from himaye.reimbursement_request r
              join himaye.case_file c on c.id = r.case_id
             where (:everywhere
                    or exists (select 1 from himaye.case_assignment a
                                where a.case_id = c.id and a.staff_sub = :caller and a.assigned_until is null)
                    or (:supervises and c.institution_id = :institution))
               and %s
             limit :rows
            """;

    private static final String WAITING = "r.state in (:waiting) order by r.requested_at nulls last, r.id";
    private static final String DONE =
            "r.state not in (:waiting) and exists (select 1 from himaye.reimbursement_decision e"
                    + " where e.request_id = r.id and e.created_by = :caller) and ";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Unseen unseen;

    /** Whose queue is asked for. */
    record Desk(UUID caller, boolean everywhere, boolean supervises, UUID institution, Collection<String> waiting) {}

    /** A request with the number of its case and whether the caller has taken a step on it. */
    record Found(ReimbursementRequest request, CaseNumber caseNumber, boolean acted) {}

    void add(Object row) {
        entityManager.persist(row);
    }

    /** Two posts of the same new form wait for each other here, so that the second finds the row of the first. */
    void one(UUID id) {
        entityManager
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(:key)) as locked")
                .setParameter("key", id.getMostSignificantBits() ^ id.getLeastSignificantBits())
                .getResultList();
    }

    Optional<ReimbursementRequest> find(UUID id) {
        return Optional.ofNullable(entityManager.find(ReimbursementRequest.class, id));
    }

    /** @throws Refused when there is none of this number */
    Found get(RequestNumber number, UUID caller) {
        return found("r.reference = :key", number.text(), caller)
                .orElseThrow(() -> unseen.refuse(RequestDesk.TABLE, number.text()));
    }

    /** As {@link #get}, holding the row until the act ends: steps on one request happen one after the other. */
    Found lock(RequestNumber number, UUID caller) {
        ReimbursementRequest held = entityManager
                .createQuery(
                        "select r from ReimbursementRequest r where r.reference = :number", ReimbursementRequest.class)
                .setParameter("number", number.text())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> unseen.refuse(RequestDesk.TABLE, number.text()));
        return found("r.id = :key", held.id(), caller).orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
    }

    private Optional<Found> found(String which, Object key, UUID caller) {
        return Tuples.of(entityManager
                        .createQuery("""
                                select r as request, c.caseNumber as number,
                                       exists (select 1 from ReimbursementDecision d
                                                where d.requestId = r.id and d.createdBy = :caller) as acted
                                  from ReimbursementRequest r join CaseFile c on c.id = r.caseId
                                 where %s
                                """.formatted(which), Tuple.class)
                        .setParameter("key", key)
                        .setParameter("caller", caller))
                .stream()
                .map(t -> new Found(
                        t.get("request", ReimbursementRequest.class),
                        new CaseNumber(t.get("number", String.class)),
                        t.get("acted", Boolean.class)))
                .findFirst();
    }

    List<ReimbursementRequest> ofCase(UUID caseId) {
        return entityManager
                .createQuery(
                        "select r from ReimbursementRequest r where r.caseId = :case order by r.createdAt desc, r.id",
                        ReimbursementRequest.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    List<Instalment> instalments(UUID requestId) {
        return entityManager
                .createQuery(
                        "select i from Instalment i where i.requestId = :request order by i.number", Instalment.class)
                .setParameter("request", requestId)
                .getResultList();
    }

    /** The line that pays a request, and its parts in their order. */
    record Money(BudgetSource line, List<Instalment> instalments) {}

    Money money(ReimbursementRequest request) {
        List<Tuple> rows = Tuples.of(entityManager
                .createQuery("""
                        select b as line, i as instalment
                          from BudgetSource b left join Instalment i on i.requestId = :request
                         where b.id = :budget order by i.number
                        """, Tuple.class)
                .setParameter("request", request.id())
                .setParameter("budget", request.budgetSourceId()));
        return new Money(
                rows.isEmpty() ? null : rows.get(0).get("line", BudgetSource.class),
                rows.stream()
                        .map(t -> t.get("instalment", Instalment.class))
                        .filter(Objects::nonNull)
                        .toList());
    }

    List<RequestView.Line> decisions(UUID requestId) {
        return Tuples.of(entityManager.createNativeQuery("""
                                select d.step, d.role, d.reason, d.created_at, s.display_name
                                  from himaye.reimbursement_decision d left join himaye.staff s on s.sub = d.created_by
                                 where d.request_id = :request order by d.created_at, d.id
                                """, Tuple.class).setParameter("request", requestId)).stream()
                .map(t -> new RequestView.Line(
                        ReimbursementStep.valueOf(t.get("step", String.class)),
                        Role.valueOf(t.get("role", String.class)),
                        code(ReimbursementReason.class, t.get("reason", String.class)),
                        t.get("created_at", Instant.class),
                        t.get("display_name", String.class)))
                .toList();
    }

    private static <E extends Enum<E>> E code(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    /** True when the person has asked for the same kind in another request that is not refused or withdrawn (BR-063). */
    boolean askedBefore(ReimbursementRequest request) {
        return !entityManager
                .createNativeQuery("select 1 from himaye.reimbursement_request r where r.person_id = :person"
                        + " and r.kind = :kind and r.id <> :id and r.one_time"
                        + " and r.state not in ('DRAFT', 'REJECTED', 'REJECTED_FINAL', 'CANCELLED')")
                .setParameter("person", request.personId())
                .setParameter("kind", request.kind().name())
                .setParameter("id", request.id())
                .getResultList()
                .isEmpty();
    }

    /** True when the request has left one of these states. */
    boolean stoodIn(UUID requestId, Collection<ReimbursementState> states) {
        return !entityManager
                .createNativeQuery("select 1 from himaye.status_change where entity = :table and entity_id = :request"
                        + " and from_status in (:states)")
                .setParameter("table", RequestDesk.TABLE)
                .setParameter("request", requestId)
                .setParameter(
                        "states", states.stream().map(ReimbursementState::name).toList())
                .getResultList()
                .isEmpty();
    }

    /** @param mark as {@link Instalment#pay} */
    boolean usedBefore(BankReference reference, String mark) {
        return !entityManager
                .createNativeQuery(
                        "select 1 from himaye.reimbursement_instalment where bank_fingerprint in (:mark, :unkeyed)")
                .setParameter("mark", mark)
                .setParameter("unkeyed", reference.unkeyed())
                .getResultList()
                .isEmpty();
    }

    /** The line, held until the act ends. */
    BudgetSource lockBudget(UUID id) {
        return Optional.ofNullable(entityManager.find(BudgetSource.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
    }

    /** The lines of a year that are not closed, the state budget first. */
    List<BudgetChoice> budgets(int year) {
        return entityManager
                .createQuery(
                        "select b from BudgetSource b where b.fiscalYear = :year and b.closed = false"
                                + " order by b.line",
                        BudgetSource.class)
                .setParameter("year", year)
                .getResultStream()
                .map(BudgetChoice::of)
                .sorted(Comparator.comparing(BudgetChoice::kind))
                .toList();
    }

    boolean isBudget(UUID id) {
        return id != null && entityManager.find(BudgetSource.class, id) != null;
    }

    /** The rule in force or, if none is, the last one. */
    Optional<ReimbursementRule> rule(ReimbursementKind kind, LocalDate today) {
        return Tuples.of(entityManager
                        .createNativeQuery("""
                                select r.required_status, r.one_time, (%s) as amount, r.valid_from, r.valid_to
                                  from himaye.reimbursement_rule r where r.kind = :kind
                                 order by (r.valid_from <= :today) desc, r.valid_from desc limit 1
                                """.formatted(Configuration.inForce("r.amount_key")), Tuple.class)
                        .setParameter("kind", kind.name())
                        .setParameter("today", today))
                .stream()
                .map(t -> new ReimbursementRule(
                        code(IdentificationStatus.class, t.get("required_status", String.class)),
                        t.get("one_time", Boolean.class),
                        t.get("amount", BigDecimal.class),
                        t.get("valid_from", LocalDate.class),
                        t.get("valid_to", LocalDate.class)))
                .findFirst();
    }

    List<QueueRow> waiting(Desk desk, int rows) {
        return rows(queue(WAITING, desk, rows), true);
    }

    /** What the caller has done and what is another's turn now: number and state, no amount. */
    List<QueueRow> done(Desk desk, PageAsked asked, int rows) {
        Query query = queue(DONE + asked.where("r.updated_at, r.id"), desk, rows)
                .setParameter("at", asked.from().at())
                .setParameter("id", asked.from().id());
        return rows(query, false);
    }

    private Query queue(String which, Desk desk, int rows) {
        return entityManager
                .createNativeQuery(QUEUE.formatted(which), Tuple.class)
                .setParameter("everywhere", desk.everywhere())
                .setParameter("caller", desk.caller())
                .setParameter("supervises", desk.supervises())
                .setParameter("institution", desk.institution())
                .setParameter("waiting", desk.waiting())
                .setParameter("rows", rows);
    }

    private static List<QueueRow> rows(Query query, boolean figures) {
        return Tuples.of(query).stream().map(t -> row(t, figures)).toList();
    }

    private static QueueRow row(Tuple t, boolean figures) {
        return new QueueRow(
                t.get("case_id", UUID.class),
                t.get("person_id", UUID.class),
                t.get("reference", String.class),
                t.get("case_number", String.class),
                figures ? ReimbursementKind.valueOf(t.get("kind", String.class)) : null,
                figures ? t.get("amount", BigDecimal.class) : null,
                ReimbursementState.valueOf(t.get("state", String.class)),
                t.get("requested_at", Instant.class),
                figures ? t.get("due_at", Instant.class) : null,
                new PlaceInTime(t.get("updated_at", Instant.class), t.get("id", UUID.class)));
    }
}
