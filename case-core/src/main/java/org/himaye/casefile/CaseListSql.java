package org.himaye.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.PageAsked;

/**
 * The statement of one page of cases. Each reason to see a case is asked by its own index and for no more than the page, and only what
 * is asked stands in it: "this or that reason" reads every case, and a condition that may be empty is planned anew for each page, which
 * takes longer than the page.
 */
final class CaseListSql {

    /** Rows whose deadline is missing sort last. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** That the caller has a function on the case: whom the transaction works for, and read without row rules for each assignment. */
    static final String WORKS_ON = "c.id = any ((select himaye.assigned_cases())::uuid[])";

    private static final String SUPERVISES = "c.institution_id = :institution";

    private static final Instant AFTER_ALL = NEVER.plusSeconds(1);

    private static final int WEEK = 7;

    /** As the index of the list has it; a parameter in it would keep the database from the index. */
    private static final String DUE = "coalesce(c.next_due_at, timestamptz '" + NEVER + "')";

    private static final String ASSIGNED_TO = """
            exists (select 1 from himaye.case_assignment a
                     where a.case_id = c.id and a.staff_sub = :assignee and a.function = 'PRIMARY' and a.assigned_until is null)
            """;

    private static final String REACHED = """
            (select c.id, c.person_id, c.case_number, c.status, c.urgency, c.opened_at, c.next_due_at
               from himaye.case_file c
              where %s
              order by %s
              limit %d)
            """;

    private static final String LIST = """
            select c.id, c.person_id, c.case_number, p.pseudonym, c.status, c.urgency, c.opened_at, c.next_due_at,
                   s.display_name,
                   (select d.kind from himaye.case_deadline d
                     where d.case_id = c.id and d.met_at is null and d.kind <> 'REFLECTION_ENDS' order by d.due_at limit 1) as due_kind
              from (select * from (%1$s) c order by %2$s limit %3$d) c
              join himaye.person p on p.id = c.person_id
              left join himaye.case_assignment pa
                     on pa.case_id = c.id and pa.function = 'PRIMARY' and pa.assigned_until is null
              left join himaye.staff s on s.sub = pa.staff_sub
             order by %2$s
            """;

    /** One more than a page, which tells that there is another. */
    private static final int ROWS = CaseFileService.PAGE + 1;

    private final BusinessClock clock;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final String order;
    private final UUID supervised;

    /** @param supervised the institution all of whose cases the caller sees, or null */
    CaseListSql(CaseQuery query, UUID supervised, BusinessClock clock) {
        this.clock = clock;
        this.supervised = supervised;
        PageAsked asked = query.page();
        boolean onwards = asked.after() == null;
        this.order = onwards ? DUE + ", c.id" : DUE + " desc, c.id desc";
        if (supervised != null) {
            values.put("institution", supervised);
        }
        if (query.status() != null) {
            conditions.add("c.status = :status");
            values.put("status", query.status().name());
        }
        if (query.assignee() != null) {
            conditions.add(ASSIGNED_TO);
            values.put("assignee", query.assignee());
        }
        if (query.due() != null) {
            conditions.add(DUE + " >= :dueFrom and " + DUE + " < :dueUntil");
            values.put("dueFrom", dueFrom(query.due()));
            values.put("dueUntil", dueUntil(query.due()));
        }
        if (asked.before() != null || asked.after() != null) {
            conditions.add("(" + DUE + ", c.id) " + (onwards ? ">" : "<") + " (:at, :id)");
            values.put("at", asked.from().at());
            values.put("id", asked.from().id());
        }
    }

    /** With named parameters. */
    String text() {
        String reached = reached(WORKS_ON);
        if (supervised != null) {
            reached = reached(SUPERVISES) + " union all " + reached(WORKS_ON + " and not " + SUPERVISES);
        }
        return LIST.formatted(reached, order, ROWS);
    }

    Map<String, Object> values() {
        return values;
    }

    private String reached(String reason) {
        return REACHED.formatted(
                Stream.concat(Stream.of(reason), conditions.stream()).collect(Collectors.joining(" and ")),
                order,
                ROWS);
    }

    private Instant dueFrom(CaseDue due) {
        return switch (due) {
            case LATE -> Instant.EPOCH;
            case TODAY, WEEK -> clock.instant();
            case NONE -> NEVER;
        };
    }

    private Instant dueUntil(CaseDue due) {
        return switch (due) {
            case LATE -> clock.instant();
            case TODAY -> start(clock.today().plusDays(1));
            case WEEK -> start(clock.today().plusDays(WEEK));
            case NONE -> AFTER_ALL;
        };
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).toInstant();
    }
}
