package org.himaye.accesslog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.himaye.shared.BusinessClock;

/** The conditions of a query as SQL with placeholders and the values for them, in the same order. Typed text is only ever a value. */
final class AccessLogFilter {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private AccessLogFilter() {}

    static AccessLogFilter of(AccessQuery query) {
        AccessLogFilter filter = new AccessLogFilter();
        if (query.number() != null) {
            filter.and(
                    "e.id in (select l.event_id from himaye.access_event_case l"
                            + " join himaye.case_file c on c.id = l.case_id where c.case_number = ?)",
                    query.number());
        }
        filter.who(query.who());
        if (query.role() != null) {
            filter.and("e.role = ?", query.role().name());
        }
        if (query.dataClass() != null) {
            filter.and("? = any (e.classes)", query.dataClass().tag());
        }
        if (query.outcome() != null) {
            filter.and("e.outcome = ?", query.outcome().name());
        }
        if (query.act() != null) {
            filter.and("e.act = ?", query.act().realmName());
        }
        if (query.from() != null) {
            filter.and("e.at >= ?", start(query.from()));
        }
        if (query.to() != null) {
            filter.and("e.at < ?", start(query.to().plusDays(1)));
        }
        return filter;
    }

    /** Spaces and letter case do not matter: "caseworker1" finds "Caseworker 1". */
    private void who(String typed) {
        if (typed == null || typed.isBlank()) {
            return;
        }
        String plain = typed.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        try {
            and("e.actor = ?", UUID.fromString(plain));
        } catch (IllegalArgumentException notAnAccount) {
            and(
                    "e.actor in (select s.sub from himaye.staff s"
                            + " where position(? in replace(lower(s.display_name), ' ', '')) > 0)",
                    plain);
        }
    }

    AccessLogFilter page(AccessQuery.Page page) {
        if (page.before() != null) {
            and("e.at <= ?", page.before().at());
            and("(e.at, e.seq) < (?, ?)", page.before().at(), page.before().sequence());
        }
        if (page.after() != null) {
            and("e.at >= ?", page.after().at());
            and("(e.at, e.seq) > (?, ?)", page.after().at(), page.after().sequence());
        }
        return this;
    }

    AccessLogFilter notAfter(AccessQuery.Cursor newest) {
        and("(e.at, e.seq) <= (?, ?)", newest.at(), newest.sequence());
        return this;
    }

    private void and(String condition, Object... arguments) {
        conditions.add(condition);
        values.addAll(List.of(arguments));
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    List<Object> values() {
        return List.copyOf(values);
    }

    static String order(boolean oldestFirst) {
        return oldestFirst ? " order by e.at, e.seq" : " order by e.at desc, e.seq desc";
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).toInstant();
    }
}
