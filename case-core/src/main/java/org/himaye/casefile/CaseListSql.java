package org.himaye.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PlaceInTime;

/**
 * The statement of one page of cases: a function of the database, which reads what hangs on the cases together with them and asks for
 * whom the transaction works once for all (docs/adr/0018). It gives one more than a page, which tells that there is another.
 */
final class CaseListSql {

    /** Rows whose deadline is missing sort last. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** That the caller has a function on the case: whom the transaction works for, and read without row rules for each assignment. */
    static final String WORKS_ON = "c.id = any ((select himaye.assigned_cases())::uuid[])";

    /** Says for whom before it reads: the function waits for a caller. In the order of parameters: what is not asked is null. */
    private static final String LIST =
            "select listed.* from (select set_config('himaye.context', :told, true) as context offset 0) as told"
                    + " cross join lateral himaye.listed_cases(case when told.context is not null then cast(:caller as uuid) end, %s, %s, %s,"
                    + " :fromDue, :fromId, :untilDue, :untilId, %b) as listed";

    /** Before all cases of its moment. */
    private static final UUID LEAST = new UUID(0, 0);

    private static final PlaceInTime BEFORE_ALL = new PlaceInTime(Instant.EPOCH, LEAST);
    private static final PlaceInTime AFTER_ALL = new PlaceInTime(NEVER.plusSeconds(1), LEAST);

    /**
     * For whom some deadlines are hidden: read by the row rules of the tables themselves, and in the order of those that are told, so that
     * neither place nor filter says that there is another. Whoever that is has few cases. In the order of parameters.
     */
    private static final String OF_TOLD = """
            select c.id, c.person_id, c.case_number, p.pseudonym, c.status, c.urgency, c.opened_at, d.due_at as next_due_at,
                   s.display_name, d.kind as due_kind
              from himaye.case_file c
              join himaye.person p on p.id = c.person_id
              left join himaye.case_assignment pa
                     on pa.case_id = c.id and pa.function = 'PRIMARY' and pa.assigned_until is null
              left join himaye.staff s on s.sub = pa.staff_sub
              left join lateral (select n.kind, n.due_at from himaye.case_deadline n
                     where n.case_id = c.id and n.met_at is null and n.kind = any (:kinds) order by n.due_at limit 1) d on true
             where (%1$s or c.institution_id = %2$s) and (%3$s is null or c.status = %3$s) and (%4$s is null or pa.staff_sub = %4$s)
               and (coalesce(d.due_at, timestamptz '9999-01-01T00:00:00Z'), c.id) > (:fromDue, :fromId)
               and (coalesce(d.due_at, timestamptz '9999-01-01T00:00:00Z'), c.id) < (:untilDue, :untilId)
             order by coalesce(d.due_at, timestamptz '9999-01-01T00:00:00Z') %5$s, c.id %5$s limit %6$d
            """;

    private static final int WEEK = 7;

    private final BusinessClock clock;
    private final Map<String, Object> values = new HashMap<>();
    private final String text;

    /**
     * @param told for whom the transaction works, for a caller who is told of every deadline; null for one who is not, then it was said before
     * @param kinds the deadlines of which the caller is told
     * @param caller whose own cases are in it
     * @param supervised the institution all of whose cases the caller sees, or null
     */
    CaseListSql(
            CaseQuery query, String told, Set<DeadlineKind> kinds, UUID caller, UUID supervised, BusinessClock clock) {
        this.clock = clock;
        PageAsked asked = query.page();
        boolean onwards = asked.after() == null;
        String house = given("institution", supervised);
        String status =
                given("status", query.status() == null ? null : query.status().name());
        String assignee = given("assignee", query.assignee());
        if (told == null) {
            values.put(
                    "kinds",
                    kinds.stream()
                            .filter(kind -> kind != DeadlineKind.REFLECTION_ENDS)
                            .map(Enum::name)
                            .toArray(String[]::new));
            this.text = OF_TOLD.formatted(
                    WORKS_ON, house, status, assignee, onwards ? "asc" : "desc", CaseFileService.PAGE + 1);
        } else {
            values.put("told", told);
            values.put("caller", caller);
            this.text = LIST.formatted(house, status, assignee, onwards);
        }
        PlaceInTime from = query.due() == null ? BEFORE_ALL : new PlaceInTime(dueFrom(query.due()), LEAST);
        PlaceInTime until = query.due() == null ? AFTER_ALL : new PlaceInTime(dueUntil(query.due()), LEAST);
        if (asked.before() != null || asked.after() != null) {
            PlaceInTime place = asked.from();
            if (onwards && !place.at().isBefore(from.at())) {
                from = place;
            } else if (!onwards && place.at().isBefore(until.at())) {
                until = place;
            }
        }
        values.put("fromDue", from.at());
        values.put("fromId", from.id());
        values.put("untilDue", until.at());
        values.put("untilId", until.id());
    }

    /** A parameter, or null in the text: what a null is of is not told to the database. */
    private String given(String name, Object value) {
        if (value == null) {
            return "null";
        }
        values.put(name, value);
        return ":" + name;
    }

    /** With named parameters. */
    String text() {
        return text;
    }

    Map<String, Object> values() {
        return values;
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
            case NONE -> AFTER_ALL.at();
        };
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).toInstant();
    }
}
