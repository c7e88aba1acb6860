package org.himaye.task;

import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.Permission;
import org.himaye.shared.Configuration;

/** What is told of emergency accesses, as SQL with the same columns; whoever is told nothing has none. */
final class UrgentQueries {

    /** Until it is reviewed, and a week long at least. */
    private static final String USED = """
            select 'USED' as kind, g.case_id, c.person_id, c.case_number as number, s.display_name, g.reason, g.created_at as at,
                   cast(1 as bigint) as n
              from himaye.break_glass_grant g
              join himaye.case_file c on c.id = g.case_id
              join himaye.staff s on s.sub = g.created_by
             where g.created_by <> :caller and (g.verdict is null or g.created_at > cast(:now as timestamptz) - interval '7 days')
               and ((:supervises and g.institution_id = :institution)
                    or exists (select 1 from himaye.case_assignment a
                                where a.case_id = g.case_id and a.staff_sub = :caller and a.function = 'PRIMARY'
                                  and a.assigned_until is null))
             order by g.created_at desc limit :rows
            """;

    private static final String WATCHED = """
            select * from (
            select 'REPEATED' as kind, cast(null as uuid) as case_id, cast(null as uuid) as person_id, '' as number, s.display_name,
                   cast(null as text) as reason, max(g.created_at) as at, count(*) as n
              from himaye.break_glass_grant g join himaye.staff s on s.sub = g.created_by
             where g.created_at > cast(:now as timestamptz) - make_interval(days => cast((%1$s) as int))
             group by s.sub, s.display_name having count(*) >= (%2$s)
            union all
            select 'NOT_JUSTIFIED', g.case_id, null, himaye.number_of_grant(g.id), s.display_name, g.reason, g.reviewed_at, 1
              from himaye.break_glass_grant g
              join himaye.staff s on s.sub = g.created_by
             where g.verdict = 'NOT_JUSTIFIED' and g.reviewed_at > cast(:now as timestamptz) - make_interval(days => cast((%1$s) as int))
            union all
            select 'UNREVIEWED', g.case_id, null, himaye.number_of_grant(g.id), s.display_name, g.reason, g.created_at, 1
              from himaye.break_glass_grant g
              join himaye.staff s on s.sub = g.created_by
             where g.verdict is null and g.review_due_at < cast(:now as timestamptz)
            ) w order by w.at desc limit :rows
            """.formatted(
            Configuration.inForce("'breakglass.repeat.days'"), Configuration.inForce("'breakglass.repeat.count'"));

    private UrgentQueries() {}

    /** Null for who is told nothing. */
    static String of(Caller caller) {
        if (caller.may(Permission.CASE_LIST)) {
            return USED;
        }
        return caller.may(Permission.ACCESSLOG_READ) ? WATCHED : null;
    }
}
