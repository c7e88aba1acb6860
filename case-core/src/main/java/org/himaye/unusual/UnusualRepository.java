package org.himaye.unusual;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PageOf;
import org.himaye.shared.Tuples;

/** Which rows the caller meets is decided by row-level security. */
@Dependent
class UnusualRepository {

    private static final String ADD = """
            insert into himaye.unusual_access (id, version, created_at, created_by, updated_at, updated_by, rule, cause, account, day,
                                               case_id, case_number, events, first_at, last_at, accesses, usual)
            values (gen_random_uuid(), 0, :now, :by, :now, :by, :rule, cast(:cause as text), :account, :day,
                    cast(:case as uuid), cast(:number as text), :events, :first, :last, :accesses, cast(:usual as integer))
            on conflict do nothing
            """;

    private static final String LINES = """
            select u.id, u.created_at, u.rule, u.cause, u.account, s.display_name, u.day, u.case_id, u.case_number, u.accesses, u.usual,
                   u.verdict, f.reference
              from himaye.unusual_access u
              join himaye.staff s on s.sub = u.account
              left join himaye.audit_finding f on f.id = u.finding_id
             where (cast(:rule as text) is null or u.rule = :rule)
               and (cast(:who as text) is null
                    or position(lower(replace(:who, ' ', '')) in replace(lower(s.display_name), ' ', '')) > 0)
               and (cast(:decided as boolean) is null or (u.verdict is not null) = :decided)
               and %s limit :rows
            """;

    private static final String AROUND = """
            select s.display_name, d.display_name as by, f.reference
              from himaye.unusual_access u
              join himaye.staff s on s.sub = u.account
              left join himaye.staff d on d.sub = u.updated_by and u.verdict is not null
              left join himaye.audit_finding f on f.id = u.finding_id
             where u.id = :id
            """;

    @PersistenceContext
    private EntityManager entityManager;

    /** Names of those who have to do with a row, and the number of the finding that goes on with it. */
    record Around(String colleague, String by, String finding) {}

    /** Until the transaction ends, nobody else keeps what was found. */
    void lock() {
        entityManager
                .createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('himaye.unusual', 0))) as locked")
                .getResultList();
    }

    /** @return whether it was not known */
    boolean add(Unusual each, LocalDate day, UUID by, Instant now) {
        return entityManager
                        .createNativeQuery(ADD)
                        .setParameter("now", now)
                        .setParameter("by", by)
                        .setParameter("rule", each.rule().name())
                        .setParameter(
                                "cause",
                                each.cause() == null ? null : each.cause().name())
                        .setParameter("account", each.account())
                        .setParameter("day", day)
                        .setParameter("case", each.caseId())
                        .setParameter("number", each.caseNumber())
                        .setParameter(
                                "events",
                                each.events().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                        .setParameter("first", each.first())
                        .setParameter("last", each.last())
                        .setParameter("accesses", each.accesses())
                        .setParameter("usual", each.usual())
                        .executeUpdate()
                > 0;
    }

    void lookedAt(LocalDate day, int found) {
        entityManager
                .createNativeQuery(
                        "insert into himaye.unusual_day (day, found) values (:day, :found) on conflict do nothing")
                .setParameter("day", day)
                .setParameter("found", found)
                .executeUpdate();
    }

    /** The last day that was looked at, or null. */
    LocalDate lookedUntil() {
        return Tuples.of(entityManager.createNativeQuery("select max(day) as day from himaye.unusual_day", Tuple.class))
                .getFirst()
                .get("day", LocalDate.class);
    }

    PageOf<UnusualLine> page(UnusualQuery query, PageAsked asked, int size) {
        List<UnusualLine> found = Tuples.of(entityManager
                        .createNativeQuery(LINES.formatted(asked.where("u.created_at, u.id")), Tuple.class)
                        .setParameter(
                                "rule",
                                query.rule() == null ? null : query.rule().name())
                        .setParameter("who", query.who())
                        .setParameter("decided", query.decided())
                        .setParameter("at", asked.from().at())
                        .setParameter("id", asked.from().id())
                        .setParameter("rows", size + 1))
                .stream()
                .map(UnusualRepository::line)
                .toList();
        return PageOf.found(found, size, asked, UnusualLine::place);
    }

    private static UnusualLine line(Tuple t) {
        String cause = t.get("cause", String.class);
        String verdict = t.get("verdict", String.class);
        return new UnusualLine(
                t.get("id", UUID.class),
                t.get("created_at", Instant.class),
                UnusualRule.valueOf(t.get("rule", String.class)),
                cause == null ? null : UnusualCause.valueOf(cause),
                t.get("account", UUID.class),
                t.get("display_name", String.class),
                t.get("day", LocalDate.class),
                t.get("case_id", UUID.class),
                t.get("case_number", String.class),
                t.get("accesses", Integer.class),
                t.get("usual", Integer.class),
                verdict == null ? null : UnusualVerdict.valueOf(verdict),
                t.get("reference", String.class));
    }

    Optional<UnusualAccess> find(UUID id) {
        return Optional.ofNullable(entityManager.find(UnusualAccess.class, id));
    }

    /** @param id of a row that the caller meets */
    Around around(UUID id) {
        Tuple t = Tuples.of(entityManager.createNativeQuery(AROUND, Tuple.class).setParameter("id", id))
                .getFirst();
        return new Around(
                t.get("display_name", String.class), t.get("by", String.class), t.get("reference", String.class));
    }
}
