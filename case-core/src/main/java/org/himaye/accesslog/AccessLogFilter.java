package org.himaye.accesslog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.shared.BusinessClock;

/**
 * The events of a query as SQL with placeholders and the values for them, in the same order. Typed text is only ever a value. A page is
 * read in the order of an index and from its place in it, however many events fit; the plan is the same for all values, so that it can be kept.
 */
final class AccessLogFilter {

    /** A statement, or a table {@code e} of one, and what its placeholders stand for. */
    record Sql(String text, List<Object> values) {

        Sql {
            values = List.copyOf(values);
        }

        Sql within(String before, String after) {
            return new Sql(before + text + after, values);
        }
    }

    /** As the index names them. */
    private static final String TAKEN = "e.action in ('PRINT', 'EXPORT', 'DOWNLOAD')";

    /**
     * All that touched one case: the case, and the referral that became it, which its events of before name as their object or by a link,
     * because they knew of no case then. The case is told by a column of {@code case_file} with a placeholder.
     */
    private static final String STORY = "with story as materialized (select c.id as case_id, r.id as referral_id"
            + " from himaye.case_file c left join himaye.referral r on r.case_id = c.id where c.%s = ?),"
            + " target (id) as materialized (select case_id from story union"
            + " select referral_id from story where referral_id is not null)";

    private static final String STORY_OF_NUMBER = STORY.formatted("case_number");

    /** The links of one, and the events that name one as their object; both are said as {@code l}. */
    private static final String LINKS =
            " from target t cross join lateral (select %s from himaye.access_event_case l%s where l.case_id = t.id%s) l";

    private static final String OBJECTS = " from story s cross join lateral (select %s from himaye.access_event l"
            + "%s where l.entity = 'referral' and l.entity_id = s.referral_id%s) l";

    /**
     * A link was written by the statement of its event, and the bound lets the database look into one month only. An event has a link for
     * the case and one for its person, each with its own time.
     */
    private static final String MARGIN = "interval '5 minutes'";

    /** Twice that: an event and the link by which it was found, and that one and the event's other. */
    private static final String BOTH = "interval '10 minutes'";

    private static final String EVENT = " cross join lateral (select x.* from himaye.access_event x where x.id = l.%s"
            + " and x.at >= l.at - " + MARGIN + " and x.at <= l.at + " + MARGIN + " limit 1) e";

    /** The event of a link {@code l}. */
    private static final String EVENT_OF_LINK = EVENT.formatted("event_id");

    /** All links of the story of a case with an id, as {@code k}: what a statement begins with. */
    static final String STORY_OF = storyOf("");

    /** The events of {@code k}, each once, as {@code e}. */
    static final String OF_STORY = "(select k.event_id, min(k.at) as at from k group by k.event_id) l" + EVENT_OF_LINK;

    /** The most links that one event has to one case. */
    private static final int OF_ONE = 2;

    private static final String NAMED =
            "select s.sub from himaye.staff s where position(? in replace(lower(s.display_name), ' ', '')) > 0";

    /** So many in order are read for each account that a name fits; more by their time, because a name may fit many accounts. */
    private static final int FEW = 1_000;

    private static final String NO_PURPOSE = "e.purpose is null and e.action in ('VIEW', 'EDIT', 'PRINT', 'DOWNLOAD')"
            + " and e.reason is distinct from 'LIST_PRINTED'"
            + " and e.outcome in ('ALLOWED', 'MASKED') and exists (select 1 from himaye.access_event_case l"
            + " where l.event_id = e.id and l.at >= e.at - interval '5 minutes' and l.at <= e.at + interval '5 minutes')";

    /** As {@link #STORY_OF}, so many of the newest. */
    static String storyOf(int links) {
        return storyOf(" order by at desc limit " + links);
    }

    private static String storyOf(String end) {
        return STORY.formatted("id") + ", k as materialized (select l.event_id, l.at"
                + LINKS.formatted("l.event_id, l.at", "", end) + " union all select l.id, l.at"
                + OBJECTS.formatted("l.id, l.at", "", end) + end + ")";
    }

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final String number;
    private final String name;

    /** Whether something is asked of an event besides its case and its place. */
    private boolean narrowed;

    /** What the links of a case's events lie between; and what lies between is of such an event. Null is no bound. */
    private final Bounds all = new Bounds();

    private final Bounds sure = new Bounds();

    private AccessLogFilter(String number, String name) {
        this.number = number;
        this.name = name;
    }

    static AccessLogFilter of(AccessQuery query) {
        String who = query.who() == null || query.who().isBlank() ? null : plain(query.who());
        UUID account = account(who);
        AccessLogFilter filter = new AccessLogFilter(query.number(), account == null ? who : null);
        if (account != null) {
            filter.and("e.actor = ?", account);
        } else if (who != null && query.number() != null) {
            filter.and("e.actor in (" + NAMED + ")", who);
        }
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
            Instant first = start(query.from());
            filter.and("e.at >= ?", first);
            filter.all.notBefore(first.minus(LoggedDay.MARGIN));
        }
        if (query.to() != null) {
            Instant end = start(query.to().plusDays(1));
            filter.and("e.at < ?", end);
            filter.all.notAfter(end.plus(LoggedDay.MARGIN));
        }
        return filter;
    }

    /** Spaces and letter case do not matter: "caseworker1" finds "Caseworker 1". */
    private static String plain(String typed) {
        return typed.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }

    private static UUID account(String who) {
        try {
            return who == null ? null : UUID.fromString(who);
        } catch (IllegalArgumentException name) {
            return null;
        }
    }

    AccessLogFilter page(AccessQuery.Page page) {
        if (page.before() != null) {
            AccessQuery.Cursor before = page.before();
            place("e.at <= ?", before.at());
            place("(e.at, e.seq) < (?, ?)", before.at(), before.sequence());
            all.notAfter(before.at().plus(LoggedDay.MARGIN));
            sure.notAfter(before.at().minus(LoggedDay.MARGIN).minusMillis(1));
        }
        if (page.after() != null) {
            AccessQuery.Cursor after = page.after();
            place("e.at >= ?", after.at());
            place("(e.at, e.seq) > (?, ?)", after.at(), after.sequence());
            all.notBefore(after.at().minus(LoggedDay.MARGIN));
            sure.notBefore(after.at().plus(LoggedDay.MARGIN).plusMillis(1));
        }
        return this;
    }

    /**
     * What the staff of an institution did in their daily work: nothing of those who look at them, and nothing that prepares an order or answers a
     * question about one of them.
     */
    AccessLogFilter ofHouse(UUID institution) {
        and("e.institution_id = ? and e.role not in ('AUDITOR', 'PRIVACY_OFFICER')", institution);
        and("e.act not like 'restriction.%' and e.act not like 'audit.%'");
        return this;
    }

    /**
     * Of what is there at a moment, all to which nothing comes any more. A time alone does not tell: who writes an event has its time before it is
     * committed. Numbers of transactions are those of one cluster, so what was sealed counts, too: of a copy that was restored.
     *
     * @param sequence the sealer has passed it
     * @param snapshot of the database: what it shows was committed
     */
    record Settled(long sequence, String snapshot) {}

    AccessLogFilter settled(Settled settled) {
        and(
                "(e.seq <= ? or pg_visible_in_snapshot(e.xid, ?::text::pg_snapshot))",
                settled.sequence(),
                settled.snapshot());
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
        narrowed = true;
        place(condition, arguments);
    }

    private void place(String condition, Object... arguments) {
        conditions.add(condition);
        values.addAll(List.of(arguments));
    }

    /** The newest, or the oldest, of the events that fit, as a table {@code e}; whoever selects from it orders it by {@link #order}. */
    Sql events(boolean oldestFirst, int limit) {
        if (number != null) {
            return ofCase(oldestFirst, limit);
        }
        String end = order(oldestFirst) + " limit " + limit;
        if (name == null) {
            return new Sql("(" + plainly(conditions) + end + ") e", values);
        }
        return limit > FEW
                ? named("(" + plainly(with("e.actor in (" + NAMED + ")")) + end + ") e")
                : named("(select e.* from (" + NAMED + ") a cross join lateral (" + plainly(with("e.actor = a.sub"))
                        + end + ") e" + end + ") e");
    }

    /** So many of the events that fit, whichever, as a table {@code e}. */
    Sql some(int limit) {
        if (number != null) {
            return events(false, limit);
        }
        String end = " limit " + limit;
        return name == null
                ? new Sql("(" + plainly(conditions) + end + ") e", values)
                : named("(select e.* from (" + NAMED + ") a cross join lateral (" + plainly(with("e.actor = a.sub"))
                        + end + ") e" + end + ") e");
    }

    private Sql named(String text) {
        List<Object> all = new ArrayList<>(List.of(name));
        all.addAll(values);
        return new Sql(text, all);
    }

    private List<String> with(String first) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(conditions);
        return all;
    }

    private static String plainly(List<String> conditions) {
        return "select e.* from himaye.access_event e"
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
    }

    /**
     * The links of one case in their order tell how far its page goes: as many events as the page wants are found by them, and none of these
     * lies further than the margin behind the last such link. So what has a link up to twice the margin behind it is put in the order of events.
     * A link of which there is no event counts for nothing, or somebody could push the true ones from the page with invented ones.
     */
    private Sql ofCase(boolean oldestFirst, int limit) {
        String way = oldestFirst ? "" : " desc";
        String best = oldestFirst ? "min" : "max";
        List<Object> asked = new ArrayList<>(List.of(number));
        String wanted = narrowed ? fitting(all, asked) : sure.of(asked);
        String edge = ", edge as materialized (select " + best
                + "(l.at) as at from target t cross join lateral (select g.at"
                + " from (select " + best + "(l.at) as at from (select l.event_id, l.at from himaye.access_event_case l"
                + EVENT_OF_LINK + " where l.case_id = t.id" + wanted + " order by l.at" + way
                + " limit "
                + (long) OF_ONE * limit + ") l group by l.event_id) g order by g.at" + way + " offset " + (limit - 1)
                + " limit 1) l)";
        String far = oldestFirst
                ? " and l.at <= coalesce((select at from edge), 'infinity') + " + BOTH
                : " and l.at >= coalesce((select at from edge), '-infinity') - " + BOTH;
        String links = LINKS.formatted("l.event_id, l.at", "", all.of(asked) + far);
        String objects = OBJECTS.formatted("l.id, l.at", "", all.of(asked) + far);
        asked.addAll(values);
        return new Sql(
                "(" + STORY_OF_NUMBER + edge
                        + " select e.* from (select k.event_id, min(k.at) as at from (select l.event_id, l.at"
                        + links + " union all select l.id, l.at" + objects + ") k group by k.event_id) l"
                        + EVENT_OF_LINK
                        + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                        + order(oldestFirst)
                        + " limit " + limit + ") e",
                asked);
    }

    private String fitting(Bounds bounds, List<Object> asked) {
        String within = bounds.of(asked);
        asked.addAll(values);
        return within + conditions.stream().map(each -> " and " + each).collect(Collectors.joining());
    }

    /** A statement: how many events fit, counted no further than to the limit. */
    Sql count(int limit) {
        if (number == null) {
            return some(limit).within("select count(*) from ", "");
        }
        List<Object> asked = new ArrayList<>(List.of(number));
        boolean alone = conditions.isEmpty();
        int most = OF_ONE * limit;
        String links = LINKS.formatted(
                "l.event_id as id", alone ? "" : EVENT_OF_LINK, (alone ? "" : fitting(all, asked)) + " limit " + most);
        String objects = OBJECTS.formatted(
                "l.id", alone ? "" : EVENT.formatted("id"), (alone ? "" : fitting(all, asked)) + " limit " + limit);
        String each = "least((select count(distinct k.id) from (select l.id" + links + " union all select l.id"
                + objects + ") k), " + limit + ")";
        // So many links are as many events: the index alone tells it.
        String many = "exists (select" + LINKS.formatted("1", "", " offset " + (most - 1) + " limit 1") + ")";
        return new Sql(
                STORY_OF_NUMBER + " select "
                        + (alone ? "case when " + many + " then " + limit + " else " + each + " end" : each),
                asked);
    }

    /** Of {@link #events}. */
    static String order(boolean oldestFirst) {
        return oldestFirst ? " order by e.at, e.seq" : " order by e.at desc, e.seq desc";
    }

    /** Of the time of a link. */
    private static final class Bounds {

        private Instant first;
        private Instant last;

        void notBefore(Instant at) {
            first = first == null || at.isAfter(first) ? at : first;
        }

        void notAfter(Instant at) {
            last = last == null || at.isBefore(last) ? at : last;
        }

        String of(List<Object> asked) {
            if (first != null) {
                asked.add(first);
            }
            if (last != null) {
                asked.add(last);
            }
            return (first == null ? "" : " and l.at >= ?") + (last == null ? "" : " and l.at <= ?");
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).toInstant();
    }
}
