package org.himaye.task;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.himaye.breakglass.BreakGlassReason;
import org.himaye.casefile.CaseStatus;
import org.himaye.casefile.DeadlineKind;
import org.himaye.casefile.Urgency;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Role;
import org.himaye.referral.ReferralStatus;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Tuples;

/** Three statements at most: deadlines, what waits, own referrals or emergency accesses. Who may see a row is decided in SQL. */
@Dependent
class MyDayRepository {

    private static final int WEEK = 7;

    private static final String DUE = """
            select t.* from (
            select c.id, c.person_id, c.case_number, p.pseudonym, c.status, d.kind, d.due_at, s.display_name,
                   d.kind in (:own) as mine,
                   d.due_at >= :from and d.due_at < :until as inside,
                   row_number() over (partition by d.kind in (:own), d.due_at >= :from and d.due_at < :until order by d.due_at, d.id) as place,
                   count(*) filter (where d.kind in (:own) and d.due_at < :now) over () as late,
                   count(*) filter (where d.kind in (:own) and d.due_at >= :now and d.due_at < :tomorrow) over () as today,
                   count(*) filter (where d.kind in (:own) and d.due_at >= :now) over () as week,
                   count(*) filter (where d.kind not in (:own)) over () as others
              from himaye.case_deadline d
              join himaye.case_file c on c.id = d.case_id
              join himaye.person p on p.id = c.person_id
              left join himaye.case_assignment pa
                     on pa.case_id = c.id and pa.function = 'PRIMARY' and pa.assigned_until is null
              left join himaye.staff s on s.sub = pa.staff_sub
             where d.met_at is null and d.due_at < :week and d.kind in (:told) and c.status <> 'CLOSED'
               and (exists (select 1 from himaye.case_assignment a
                             where a.case_id = c.id and a.staff_sub = :caller and a.assigned_until is null)
                    or (:supervises and c.institution_id = :institution))
            ) t where t.inside and t.place <= :rows order by t.place
            """;

    /** Stands for no kind at all: an empty list is no SQL. */
    private static final String NOTHING = "";

    private static final String SENT = """
            select r.id, r.number, r.status, r.sent_at, coalesce(r.decided_at, r.acknowledged_at, r.sent_at) as changed_at
              from himaye.referral r
             where r.sender_sub = :caller and r.sent_at is not null
             order by r.sent_at desc, r.id desc
             limit :rows
            """;

    @PersistenceContext
    private EntityManager entityManager;

    /** @param rows the most urgent ones, own and others' */
    record DueRows(List<Due> rows, int late, int today, int week, int others) {

        static final DueRows NONE = new DueRows(List.of(), 0, 0, 0, 0);

        List<Due> mine(boolean mine) {
            return rows.stream().filter(due -> due.mine() == mine).toList();
        }
    }

    record WaitingRows(List<Waiting> rows, int count) {

        static final WaitingRows NONE = new WaitingRows(List.of(), 0);
    }

    /**
     * Deadlines that have passed or end within a week: so many rows of the caller's own, so many of others'.
     *
     * @param told kinds of which the caller is told; there are no others
     * @param until only these, or null for all; the counts are of all
     */
    DueRows due(Caller caller, Set<DeadlineKind> told, BusinessClock clock, int rows, MyDay.Until until) {
        if (!caller.may(Permission.CASE_LIST)) {
            return DueRows.NONE;
        }
        LocalDate today = clock.today();
        Instant tomorrow = start(today.plusDays(1));
        Instant week = start(today.plusDays(WEEK));
        List<Tuple> found = Tuples.of(entityManager
                .createNativeQuery(DUE, Tuple.class)
                .setParameter("now", clock.instant())
                .setParameter("tomorrow", tomorrow)
                .setParameter("week", week)
                .setParameter("from", until == null || until == MyDay.Until.LATE ? Instant.EPOCH : clock.instant())
                .setParameter(
                        "until",
                        until == MyDay.Until.LATE ? clock.instant() : until == MyDay.Until.TODAY ? tomorrow : week)
                .setParameter("own", names(Turns.of(caller)))
                .setParameter("told", names(told))
                .setParameter("caller", caller.sub())
                .setParameter("supervises", caller.is(Role.SUPERVISOR))
                .setParameter("institution", caller.institution())
                .setParameter("rows", rows));
        if (found.isEmpty()) {
            return DueRows.NONE;
        }
        Tuple first = found.get(0);
        return new DueRows(
                found.stream().map(MyDayRepository::due).toList(),
                number(first, "late"),
                number(first, "today"),
                number(first, "week"),
                number(first, "others"));
    }

    /** Nobody has to do anything by the end of the reflection period. */
    private static List<String> names(Set<DeadlineKind> kinds) {
        List<String> names = kinds.stream()
                .filter(kind -> kind != DeadlineKind.REFLECTION_ENDS)
                .map(Enum::name)
                .toList();
        return names.isEmpty() ? List.of(NOTHING) : names;
    }

    private static Due due(Tuple t) {
        return new Due(
                t.get("id", UUID.class),
                t.get("person_id", UUID.class),
                t.get("case_number", String.class),
                t.get("pseudonym", String.class),
                CaseStatus.valueOf(t.get("status", String.class)),
                DeadlineKind.valueOf(t.get("kind", String.class)),
                t.get("due_at", Instant.class),
                t.get("display_name", String.class),
                t.get("mine", Boolean.class));
    }

    /** Everything that waits for the caller's job, each kind with its own right. */
    WaitingRows waiting(Caller caller, BusinessClock clock, int rows) {
        List<String> parts = WaitingQueries.of(caller);
        if (parts.isEmpty()) {
            return WaitingRows.NONE;
        }
        String sql = "select w.*, count(*) over () as n from (" + String.join(" union all ", parts)
                + ") w order by coalesce(w.due_at, w.since), w.number limit :rows";
        Query query = entityManager.createNativeQuery(sql, Tuple.class).setParameter("rows", rows);
        if (sql.contains(":caller")) {
            query.setParameter("caller", caller.sub());
        }
        if (sql.contains(":institution")) {
            query.setParameter("institution", caller.institution());
        }
        if (sql.contains(":now")) {
            query.setParameter("now", clock.instant());
        }
        if (sql.contains(":role")) {
            query.setParameter("role", caller.role().name());
        }
        List<Tuple> found = Tuples.of(query);
        return new WaitingRows(
                found.stream().map(MyDayRepository::waiting).toList(), found.isEmpty() ? 0 : number(found.get(0), "n"));
    }

    private static Waiting waiting(Tuple t) {
        String urgency = t.get("urgency", String.class);
        return new Waiting(
                WaitingKind.valueOf(t.get("kind", String.class)),
                t.get("case_id", UUID.class),
                t.get("person_id", UUID.class),
                t.get("number", String.class),
                t.get("pseudonym", String.class),
                urgency == null ? null : Urgency.valueOf(urgency),
                t.get("since", Instant.class),
                t.get("due_at", Instant.class));
    }

    /** Referrals that this account sent, newest first. */
    List<SentReferral> sent(Caller caller, int rows) {
        return Tuples.of(entityManager
                        .createNativeQuery(SENT, Tuple.class)
                        .setParameter("caller", caller.sub())
                        .setParameter("rows", rows))
                .stream()
                .map(t -> new SentReferral(
                        t.get("id", UUID.class),
                        t.get("number", String.class),
                        ReferralStatus.valueOf(t.get("status", String.class)),
                        t.get("sent_at", Instant.class),
                        t.get("changed_at", Instant.class)))
                .toList();
    }

    /** Emergency accesses that the caller is told of, the newest first. */
    List<UrgentNotice> urgent(Caller caller, BusinessClock clock, int rows) {
        String sql = UrgentQueries.of(caller);
        if (sql == null) {
            return List.of();
        }
        Query query = entityManager
                .createNativeQuery(sql, Tuple.class)
                .setParameter("now", clock.instant())
                .setParameter("rows", rows);
        if (sql.contains(":caller")) {
            query.setParameter("caller", caller.sub())
                    .setParameter("supervises", caller.is(Role.SUPERVISOR))
                    .setParameter("institution", caller.institution());
        } else {
            query.setParameter("today", clock.today());
        }
        return Tuples.of(query).stream().map(MyDayRepository::urgent).toList();
    }

    private static UrgentNotice urgent(Tuple t) {
        String reason = t.get("reason", String.class);
        return new UrgentNotice(
                UrgentNotice.Kind.valueOf(t.get("kind", String.class)),
                t.get("case_id", UUID.class),
                t.get("person_id", UUID.class),
                t.get("number", String.class),
                t.get("display_name", String.class),
                reason == null ? null : BreakGlassReason.valueOf(reason),
                t.get("at", Instant.class),
                number(t, "n"));
    }

    private static int number(Tuple t, String column) {
        return t.get(column, Number.class).intValue();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).toInstant();
    }
}
