package org.himaye.accesslog;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.himaye.benchmarks.World;
import org.himaye.confidentiality.Role;
import org.himaye.shared.BusinessClock;

/**
 * A page of the auditor's desk with its count, by the product's own code; and the statements that somebody writes for the same events in the same
 * order who knows what is asked, and asks by a constant.
 */
public final class DeskRace {

    private static final String AROUND = """
            select e.id, e.at, e.seq, e.actor, s.display_name, e.role, i.name_az, i.name_en, i.name_ru, e.act, e.action,
                   e.fields, e.classes, e.purpose, e.grant_id, e.outcome, e.reason, e.row_count, k.numbers, k.n
              from (%s) e
              left join himaye.staff s on s.sub = e.actor
              left join himaye.institution i on i.id = e.institution_id
             cross join lateral (
                    select (array_agg(c.case_number order by c.case_number))[1:4] as numbers, count(*) as n
                      from himaye.access_event_case l left join himaye.case_file c on c.id = l.case_id
                     where l.event_id = e.id and l.at between e.at - interval '5 minutes' and e.at + interval '5 minutes') k
             order by e.at desc, e.seq desc
            """;

    private static final String COUNT = "select count(*) from (select %s limit " + (AccessList.COUNT_LIMIT + 1) + ") n";

    private static final int DAYS = 30;

    /** What is asked, of a log that {@code events.sql} made. */
    public enum Asked {
        CASE("access_event_case l where l.case_id = ?", case17(), query("V-0000017", null, null, null)),
        BUSY_CASE("access_event_case l where l.case_id = ?", case1(), query("V-0000001", null, null, null)),
        USER(
                "access_event e where e.actor = ? and e.at >= ?",
                new Object[] {account("Worker 3-17"), begin()},
                query(null, "Worker 3-17", null, since())),
        BUSY_USER(
                "access_event e where e.actor = ? and e.at >= ?",
                new Object[] {account("Worker 0-42"), begin()},
                query(null, "Worker 0-42", null, since())),
        BREAK_GLASS(
                "access_event e where e.grant_id is not null",
                new Object[] {},
                query(null, null, AccessKind.EMERGENCY, null)),
        EVERYTHING("access_event e", new Object[] {}, query(null, null, null, null));

        private final String source;
        private final Object[] values;
        private final AccessQuery query;

        Asked(String source, Object[] values, AccessQuery query) {
            this.source = "himaye." + source;
            this.values = values;
            this.query = query;
        }

        private boolean ofCase() {
            return query.number() != null;
        }

        private String page(int offset) {
            String rows = " limit " + (AccessLogService.PAGE + 1) + " offset " + offset;
            return ofCase()
                    ? "select e.* from (select l.event_id, l.at from " + source + " order by l.at desc" + rows + ") l"
                            + " join himaye.access_event e on e.id = l.event_id"
                            + " and e.at between l.at - interval '5 minutes' and l.at + interval '5 minutes'"
                    : "select e.* from " + source + " order by e.at desc, e.seq desc" + rows;
        }
    }

    private static Object[] case17() {
        return new Object[] {id("case17")};
    }

    private static Object[] case1() {
        return new Object[] {id("case1")};
    }

    private static UUID account(String displayName) {
        return id(displayName.replace(" ", "").toLowerCase(Locale.ROOT));
    }

    private static UUID id(String name) {
        return World.id(name);
    }

    private static LocalDate since() {
        return LocalDate.now(BusinessClock.ZONE).minusDays(DAYS);
    }

    private static Instant begin() {
        return since().atStartOfDay(BusinessClock.ZONE).toInstant();
    }

    private static AccessQuery query(String number, String who, AccessKind kind, LocalDate from) {
        return new AccessQuery(number, who, null, null, null, null, null, null, kind, from, null, null);
    }

    private final Connection free;
    private final AccessLogRepository log;

    /**
     * @param desk of the role that reads the log
     * @param free of one that no policy meets
     */
    public DeskRace(Connection desk, Connection free) {
        this.free = free;
        this.log = new AccessLogRepository(always(desk));
    }

    private static DataSource always(Connection connection) {
        Connection kept = (Connection) Proxy.newProxyInstance(
                DeskRace.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                DeskRace.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> kept);
    }

    /** @return what was read, to be compared */
    public List<String> ours(Asked asked) {
        return ours(asked, null);
    }

    /** As {@link #ours(Asked)}, from a place on. */
    public List<String> ours(Asked asked, AccessQuery.Cursor before) {
        AccessQuery all = asked.query;
        AccessQuery query = new AccessQuery(
                all.number(),
                all.who(),
                null,
                null,
                null,
                null,
                null,
                null,
                all.kind(),
                all.from(),
                null,
                new AccessQuery.Page(before, null));
        AccessList list = log.page(query, AccessLogService.PAGE).list();
        List<String> read = new ArrayList<>();
        list.rows()
                .forEach(row -> read.add(row.id() + " " + row.name() + " " + row.fields() + " "
                        + row.classes().size() + " " + row.cases()));
        read.add(String.valueOf(list.count()));
        return read;
    }

    /** As {@link #ours(Asked)}. */
    public List<String> rival(Asked asked) throws SQLException {
        return rival(asked, 0);
    }

    /** As {@link #rival(Asked)}, after so many events. */
    public List<String> rival(Asked asked, int offset) throws SQLException {
        List<String> read = new ArrayList<>();
        try (PreparedStatement select = free.prepareStatement(AROUND.formatted(asked.page(offset)))) {
            bind(select, asked.values);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next() && read.size() < AccessLogService.PAGE) {
                    rows.getString("numbers");
                    rows.getObject("at", OffsetDateTime.class);
                    read.add(rows.getObject("id", UUID.class) + " " + rows.getString("display_name") + " "
                            + Arrays.asList((Object[]) rows.getArray("fields").getArray()) + " "
                            + ((Object[]) rows.getArray("classes").getArray()).length + " " + rows.getInt("n"));
                }
            }
        }
        try (PreparedStatement count = free.prepareStatement(COUNT.formatted("from " + asked.source))) {
            bind(count, asked.values);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                read.add(row.getString(1));
            }
        }
        return read;
    }

    /** Which page of an event's list is the last whole one, and where it begins. */
    public record Deep(int page, AccessQuery.Cursor before) {}

    /** A page, or the last whole one before it. */
    public Deep deep(Asked asked, int page) throws SQLException {
        int least = AccessLogService.PAGE;
        int there;
        try (PreparedStatement count = free.prepareStatement(
                "select count(*) from (select from " + asked.source + " limit " + page * least + ") n")) {
            bind(count, asked.values);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                there = row.getInt(1) / least;
            }
        }
        if (there < 2) {
            return null;
        }
        try (PreparedStatement select = free.prepareStatement(asked.page((there - 1) * least - 1))) {
            bind(select, asked.values);
            List<AccessQuery.Cursor> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new AccessQuery.Cursor(
                            rows.getObject("at", OffsetDateTime.class).toInstant(), rows.getLong("seq")));
                }
            }
            return new Deep(
                    there,
                    found.stream()
                            .max(Comparator.comparing(AccessQuery.Cursor::at)
                                    .thenComparing(AccessQuery.Cursor::sequence))
                            .orElseThrow());
        }
    }

    /** The picture beside the first page, of as many days as it shows. */
    public void picture(Asked asked) {
        LocalDate today = LocalDate.now(BusinessClock.ZONE);
        log.picture(asked.query.between(today.minusDays(AccessLogService.CHART_DAYS - 1L), today));
    }

    /** Everybody who touched the busy case. */
    public void people() {
        log.people((UUID) Asked.BUSY_CASE.values[0]);
    }

    /** Events of nobody. */
    public void nothing() {
        log.page(
                new AccessQuery(null, null, Role.POLICE_REFERRER, null, null, null, null, null, null, null, null, null),
                AccessLogService.PAGE);
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(
                    i + 1, values[i] instanceof Instant at ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC) : values[i]);
        }
    }
}
