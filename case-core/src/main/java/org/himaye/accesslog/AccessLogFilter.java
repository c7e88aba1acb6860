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

    /** As the index names them. */
    private static final String TAKEN = "e.action in ('PRINT', 'EXPORT', 'DOWNLOAD')";

    /**
     * All that touched one case, each event once: by its links, and what was done with the referral that became it, which knew of no case then.
     * One event has a link for the case and one for its person, each with its own time. Each looks into one month only: it was written by the
     * statement of its event. Alias {@code e}; the case is told by a column of {@code case_file} with a placeholder.
     */
    private static final String STORY = """
            (select k.event_id, min(k.at) as at
               from himaye.case_file c
               left join himaye.referral r on r.case_id = c.id
              cross join lateral (
                    select l.event_id, l.at from himaye.access_event_case l where l.case_id in (c.id, r.id)
                     union all
                    select x.id, x.at from himaye.access_event x where x.entity = 'referral' and x.entity_id = r.id) k
              where c.%s = ? group by k.event_id) linked
              join himaye.access_event e on e.id = linked.event_id
               and e.at >= linked.at - interval '5 minutes' and e.at <= linked.at + interval '5 minutes'""";

    /** Of the case with an id. */
    static final String STORY_OF = STORY.formatted("id");

    private static final String STORY_OF_NUMBER = STORY.formatted("case_number");

    private static final String NO_PURPOSE = "e.purpose is null and e.action in ('VIEW', 'EDIT', 'PRINT', 'DOWNLOAD')"
            + " and e.outcome in ('ALLOWED', 'MASKED') and exists (select 1 from himaye.access_event_case l"
            + " where l.event_id = e.id and l.at >= e.at - interval '5 minutes' and l.at <= e.at + interval '5 minutes')";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> source = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private AccessLogFilter() {}

    static AccessLogFilter of(AccessQuery query) {
        AccessLogFilter filter = new AccessLogFilter();
        if (query.number() != null) {
            filter.source.add(query.number());
        }
        filter.who(query.who());
        if (query.role() != null) {
            filter.and("e.role = ?", query.role().name());
        }
        if (query.dataClass() != null) {
            filter.and("? = any (e.classes)", query.dataClass().tag());
        }
        if (query.outcome() != null) {
            // A constant of this program, not a parameter: the refusals have an index of their own.
            filter.and("e.outcome = '" + query.outcome().name() + "'");
        }
        if (query.act() != null) {
            filter.and("e.act = ?", query.act().realmName());
        }
        if (query.action() != null) {
            filter.and("e.action = ?", query.action().name());
        }
        if (query.purpose() != null) {
            filter.and("e.purpose = ?", query.purpose().name());
        }
        if (query.kind() != null) {
            filter.and(
                    switch (query.kind()) {
                        case EMERGENCY -> "e.grant_id is not null";
                        case NO_PURPOSE -> NO_PURPOSE;
                        case TAKEN -> TAKEN;
                    });
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

    /** What has this number at most. */
    AccessLogFilter upTo(long sequence) {
        and("e.seq <= ?", sequence);
        return this;
    }

    /**
     * What a proof can be made of or ought to have one: what lies under the signature, and what the sealer passed or the database never
     * counted. What waits for its seal or its signature is none of them.
     *
     * @param size entries under the signature
     */
    AccessLogFilter under(long size) {
        and(
                "(exists (select 1 from himaye.log_leaf leaf where leaf.event_seq = e.seq and leaf.event_at = e.at and leaf.leaf_index < ?)"
                        + " or not exists (select 1 from himaye.log_leaf leaf where leaf.event_seq = e.seq and leaf.event_at = e.at)"
                        + " and (e.seq <= (select p.sealed_seq from himaye.log_position p)"
                        + " or e.seq > (select s.last_value from himaye.access_event_seq_seq s)))",
                size);
        return this;
    }

    private void and(String condition, Object... arguments) {
        conditions.add(condition);
        values.addAll(List.of(arguments));
    }

    /** Where the events come from; alias {@code e}. */
    String from() {
        return source.isEmpty() ? " from himaye.access_event e" : " from " + STORY_OF_NUMBER;
    }

    /** For the placeholders of {@link #from}. */
    List<Object> sourceValues() {
        return List.copyOf(source);
    }

    /** For the placeholders of {@link #where}. */
    List<Object> whereValues() {
        return List.copyOf(values);
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** For those of {@link #from} and {@link #where}, one behind the other. */
    List<Object> values() {
        List<Object> all = new ArrayList<>(source);
        all.addAll(values);
        return all;
    }

    static String order(boolean oldestFirst) {
        return oldestFirst ? " order by e.at, e.seq" : " order by e.at desc, e.seq desc";
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).toInstant();
    }
}
