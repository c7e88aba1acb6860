package org.himaye.accesslog;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Array;
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
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.himaye.confidentiality.AccessEvent;
import org.himaye.confidentiality.AccessEvent.Link;
import org.himaye.confidentiality.AccessEvent.Outcome;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.LogUnavailable;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Role;
import org.himaye.shared.Translated;

/**
 * Reads the log by plain JDBC as the database role that may read it and nothing else of a case but its number. The application's
 * own role cannot run one of these statements.
 */
@Dependent
class AccessLogRepository {

    private static final int FETCH = 500;

    /** The database took longer than this role may have it. */
    private static final String GIVEN_UP = "57014";

    /**
     * The cases of an event, each once. A link row is inserted by the statement of its event: the bound lets the database look
     * into one month only.
     */
    private static final String LINKS = """
              from (select link.case_id, (array_agg(link.person_id) filter (where link.person_id is not null))[1] as person_id
                      from himaye.access_event_case link
                     where link.event_id = e.id
                       and link.at between e.at - interval '5 minutes' and e.at + interval '5 minutes'
                     group by link.case_id) l
              left join himaye.case_file c on c.id = l.case_id
            """;

    private static final String COLUMNS = """
            select e.id, e.at, e.seq, e.actor, s.display_name, e.role, i.name_az, i.name_en, i.name_ru, e.act, e.action,
                   e.fields, e.classes, e.purpose, e.grant_id, e.outcome, e.reason, e.row_count, k.numbers, k.ids, k.persons, k.n
            """;

    private static final String AROUND = """

              left join himaye.staff s on s.sub = e.actor
              left join himaye.institution i on i.id = e.institution_id
             cross join lateral (
                    select (array_agg(c.case_number order by c.case_number = ? desc, c.case_number))[1:?] as numbers,
                           (array_agg(l.case_id order by c.case_number = ? desc, c.case_number))[1:?] as ids,
                           (array_agg(l.person_id order by c.case_number = ? desc, c.case_number))[1:?] as persons,
                           count(*) as n
            """ + LINKS + ") k\n";

    private static final String CASES = """
            select distinct on (l.case_id) l.case_id, l.person_id from %s
              join himaye.access_event_case l
                on l.event_id = e.id and l.at >= e.at - interval '5 minutes' and l.at <= e.at + interval '5 minutes'
             order by l.case_id, l.person_id nulls last""";

    /** The case was a line of a list or of the log, and was not opened. */
    static final String LISTED = "(e.action in ('LIST', 'SEARCH', 'EXPORT') or e.act like 'accesslog.%'"
            + " or e.reason is not distinct from 'LIST_PRINTED')";

    /** Each event is looked up by itself and counted with its like before anything is joined. */
    private static final String PEOPLE = """
            %2$s, seen as materialized (
                    select e.actor, e.role, e.institution_id, %1$s as listed, e.outcome = 'DENIED' as refused, e.classes,
                           count(*) as n, min(e.at) as first, max(e.at) as last
                      from %3$s
                     group by 1, 2, 3, 4, 5, 6)
            select e.actor, s.display_name, e.role, i.name_az, i.name_en, i.name_ru,
                   coalesce(sum(e.n) filter (where not e.listed), 0) as n, coalesce(sum(e.n) filter (where e.listed), 0) as listed,
                   coalesce(sum(e.n) filter (where e.refused), 0) as refused, min(e.first) as first, max(e.last) as last,
                   string_to_array(string_agg(array_to_string(e.classes, ' '), ' '), ' ') as classes, (select count(*) from k) as links
              from seen e
              left join himaye.staff s on s.sub = e.actor
              left join himaye.institution i on i.id = e.institution_id
             group by e.actor, s.display_name, e.role, i.name_az, i.name_en, i.name_ru
             order by max(e.last) desc limit %4$d
            """.formatted(
            LISTED, AccessLogFilter.storyOf(CaseAccesses.LINKS + 1), AccessLogFilter.OF_STORY, CaseAccesses.PEOPLE + 1);

    private static final String SIGNED_UNTIL = "select l.event_seq from himaye.log_checkpoint c"
            + " join himaye.log_leaf l on l.leaf_index = c.size - 1 order by c.size desc limit 1";

    private static final String SETTLED = "select p.sealed_seq, pg_current_snapshot()::text from himaye.log_position p";

    private static final String DRAW = """
            with fitting as materialized (select e.at, e.seq from %s)
            select f.at, f.seq, (select count(*) from fitting) as n
              from fitting f order by sha256(convert_to(? || ' ' || f.seq, 'UTF8')), f.at limit ?
            """;

    /** Bits of what a row of the picture does not tell: day, role, purpose. */
    private static final int DAYS = 0b011;

    private static final int ROLES = 0b101;
    private static final int PURPOSES = 0b110;

    /** Like are counted first: there are few kinds of them. */
    private static final String PICTURE = """
            select grouping(h.day, h.role, h.purpose) as g, h.day, h.outcome, h.role, h.purpose, sum(h.n) as n, %s
              from (select (e.at at time zone 'Asia/Baku')::date as day, e.outcome, e.role, e.purpose, e.classes, count(*) as n
                      from %%s group by 1, 2, 3, 4, 5) h
             group by grouping sets ((h.day, h.outcome), (h.role), (h.purpose), ())
            """.formatted(Arrays.stream(DataClass.values())
            .map(each -> "sum(h.n) filter (where '" + each.tag() + "' = any (h.classes)) as " + each.name())
            .collect(Collectors.joining(", ")));

    private static final Map<String, DataClass> CLASSES = new LinkedHashMap<>();

    static {
        for (DataClass dataClass : DataClass.values()) {
            CLASSES.put(dataClass.tag(), dataClass);
        }
    }

    @Resource(lookup = "jdbc/himaye-log-reader")
    private DataSource reader;

    AccessLogRepository() {}

    /** Outside of the server. */
    AccessLogRepository(DataSource reader) {
        this.reader = reader;
    }

    /** A page together with the cases that it names. */
    record Found(AccessList list, List<Link> links) {}

    /**
     * What an export will hold.
     *
     * @param settled of what it is a part; what comes later is not part of it, whatever its time
     */
    record Extent(int rows, boolean complete, AccessLogFilter.Settled settled, List<Link> links) {}

    private record Row(AccessEntry entry, List<Link> links) {}

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    Found page(AccessQuery query, int size) {
        return page(query, size, () -> AccessLogFilter.of(query));
    }

    /** What the staff of an institution did in their daily work. */
    Found pageOfHouse(AccessQuery query, UUID institution, int size) {
        return page(query, size, () -> AccessLogFilter.of(query).ofHouse(institution));
    }

    private Found page(AccessQuery query, int size, Supplier<AccessLogFilter> filter) {
        boolean backwards = query.page().after() != null;
        AccessLogFilter.Sql events = filter.get().page(query.page()).events(backwards, size + 1);
        List<Row> rows = new ArrayList<>(inOrder(
                COLUMNS + " from " + events.text() + AROUND + AccessLogFilter.order(backwards),
                around(events, query, AccessEntry.NUMBERS),
                AccessLogRepository::row));
        boolean more = rows.size() > size;
        if (more) {
            rows.remove(size);
        }
        if (backwards) {
            Collections.reverse(rows);
        }
        boolean newer = backwards ? more : query.page().before() != null;
        boolean older = backwards || more;
        List<AccessEntry> entries = rows.stream().map(Row::entry).toList();
        AccessList list = new AccessList(
                entries,
                newer && !entries.isEmpty() ? entries.get(0).cursor() : null,
                older && !entries.isEmpty() ? entries.get(entries.size() - 1).cursor() : null,
                count(filter.get(), AccessList.COUNT_LIMIT + 1));
        return new Found(list, rows.stream().flatMap(r -> r.links().stream()).toList());
    }

    /** One event, if there is one at this place. */
    Found event(AccessQuery.Cursor place) {
        if (place == null) {
            return new Found(new AccessList(List.of(), null, null, 0), List.of());
        }
        List<Object> values = around("", AccessEntry.NUMBERS);
        values.addAll(List.of(place.at(), place.sequence()));
        List<Row> rows = read(
                COLUMNS + " from himaye.access_event e" + AROUND + " where e.at = ? and e.seq = ?",
                values,
                AccessLogRepository::row);
        return whole(rows);
    }

    /** Where the newest events stand that fit. */
    List<AccessQuery.Cursor> places(AccessQuery query, int most) {
        return places(AccessLogFilter.of(query).events(false, most));
    }

    private List<AccessQuery.Cursor> places(AccessLogFilter.Sql events) {
        return inOrder(
                "select e.at, e.seq from " + events.text() + AccessLogFilter.order(false),
                events.values(),
                row -> new AccessQuery.Cursor(instant(row, "at"), row.getLong("seq")));
    }

    /** Number of the newest event under a signature; 0 before the first. */
    long signedUntil() {
        return read(SIGNED_UNTIL, List.of(), row -> row.getLong(1)).stream()
                .findFirst()
                .orElse(0L);
    }

    /** @param fitting from how many the places were drawn, at most one more than {@link AccessSample#MOST_FITTING} */
    record Drawn(int fitting, List<AccessQuery.Cursor> places) {}

    /** Places of events that fit and are not newer than the seed knows, drawn by it: the first by their hash with it. */
    Drawn draw(AccessQuery query, SampleSeed seed, int size) {
        AccessLogFilter.Sql events =
                AccessLogFilter.of(query).upTo(seed.until()).some(AccessSample.MOST_FITTING + 1);
        List<Object> values = new ArrayList<>(events.values());
        values.add(seed.letters());
        values.add(size);
        int[] fitting = {0};
        List<AccessQuery.Cursor> places = read(DRAW.formatted(events.text()), values, row -> {
            fitting[0] = row.getInt("n");
            return new AccessQuery.Cursor(instant(row, "at"), row.getLong("seq"));
        });
        return new Drawn(
                fitting[0],
                places.stream()
                        .sorted(Comparator.comparing(AccessQuery.Cursor::at)
                                .thenComparing(AccessQuery.Cursor::sequence)
                                .reversed())
                        .toList());
    }

    /** These events, the newest first, with at most so many numbers of cases each. */
    Found at(List<AccessQuery.Cursor> places, int numbers) {
        if (places.isEmpty()) {
            return new Found(new AccessList(List.of(), null, null, 0), List.of());
        }
        List<Long> events = places.stream().map(AccessQuery.Cursor::sequence).toList();
        return numbered(events, places.getLast().at(), places.getFirst().at(), places.size(), numbers);
    }

    /** The newest of these events, which lie within a time. */
    Found numbered(List<Long> events, Instant first, Instant last, int shown) {
        return numbered(events, first, last, shown, AccessEntry.NUMBERS);
    }

    private Found numbered(List<Long> events, Instant first, Instant last, int shown, int numbers) {
        List<Object> values = around("", numbers);
        values.addAll(List.of(events.toArray(Long[]::new), first, last));
        List<Row> rows = read(
                COLUMNS + " from himaye.access_event e" + AROUND + " where e.seq = any (?) and e.at >= ? and e.at <= ?"
                        + AccessLogFilter.order(false) + " limit " + shown,
                values,
                AccessLogRepository::row);
        return whole(rows);
    }

    private static Found whole(List<Row> rows) {
        AccessList list = new AccessList(rows.stream().map(Row::entry).toList(), null, null, rows.size());
        return new Found(
                list, rows.stream().flatMap(row -> row.links().stream()).toList());
    }

    int count(AccessQuery query) {
        return count(AccessLogFilter.of(query), AccessList.COUNT_LIMIT + 1);
    }

    private int count(AccessLogFilter filter, int limit) {
        AccessLogFilter.Sql count = filter.count(limit);
        return read(count.text(), count.values(), row -> row.getInt(1)).get(0);
    }

    /** Every day of the query's period, which must be closed, and how its events divide; of very many the newest. */
    AccessPicture picture(AccessQuery query) {
        Map<LocalDate, Map<Outcome, Integer>> days = new LinkedHashMap<>();
        query.from().datesUntil(query.to().plusDays(1)).forEach(day -> days.put(day, new EnumMap<>(Outcome.class)));
        Map<Role, Integer> roles = new EnumMap<>(Role.class);
        Map<Purpose, Integer> purposes = new EnumMap<>(Purpose.class);
        Map<DataClass, Integer> classes = new EnumMap<>(DataClass.class);
        int[] all = {0};
        AccessLogFilter.Sql events = AccessLogFilter.of(query).events(false, AccessPicture.LIMIT + 1);
        read(PICTURE.formatted(events.text()), events.values(), row -> {
            int n = row.getInt("n");
            switch (row.getInt("g")) {
                case DAYS ->
                    add(
                            days.get(row.getObject("day", LocalDate.class)),
                            code(Outcome.class, row.getString("outcome")),
                            n);
                case ROLES -> add(roles, code(Role.class, row.getString("role")), n);
                case PURPOSES -> add(purposes, code(Purpose.class, row.getString("purpose")), n);
                default -> {
                    all[0] = n;
                    for (DataClass each : DataClass.values()) {
                        add(classes, each, row.getInt(each.name()));
                    }
                }
            }
            return n;
        });
        return new AccessPicture(
                days.entrySet().stream()
                        .map(day -> new AccessDay(day.getKey(), day.getValue()))
                        .toList(),
                AccessPicture.counts(roles),
                AccessPicture.counts(classes),
                AccessPicture.counts(purposes),
                all[0] <= AccessPicture.LIMIT);
    }

    private static <E extends Enum<E>> void add(Map<E, Integer> counts, E code, int n) {
        if (code != null && n > 0) {
            counts.merge(code, n, Integer::sum);
        }
    }

    /** @param end null unless the case was erased */
    record Known(UUID id, CaseAccesses.End end) {}

    Optional<Known> known(String number) {
        return read(
                        "select id, erased_at, erased_rule from himaye.case_file where case_number = ?",
                        List.of(number),
                        AccessLogRepository::known)
                .stream()
                .findFirst();
    }

    private static Known known(ResultSet row) throws SQLException {
        OffsetDateTime erased = row.getObject(2, OffsetDateTime.class);
        return new Known(
                row.getObject(1, UUID.class),
                erased == null ? null : new CaseAccesses.End(erased.toInstant(), row.getString(3)));
    }

    /** @param complete false when only the newest {@link CaseAccesses#LINKS} were counted, or these are not all */
    record People(List<CaseAccesses.ByPerson> people, boolean complete) {}

    People people(UUID caseId) {
        boolean[] complete = {true};
        List<CaseAccesses.ByPerson> people = read(PEOPLE, List.of(caseId), row -> {
            complete[0] = row.getInt("links") <= CaseAccesses.LINKS;
            return new CaseAccesses.ByPerson(
                    row.getObject("actor", UUID.class),
                    row.getString("display_name"),
                    code(Role.class, row.getString("role")),
                    institution(row),
                    row.getInt("n"),
                    row.getInt("listed"),
                    row.getInt("refused"),
                    instant(row, "first"),
                    instant(row, "last"),
                    classes(row));
        });
        return new People(
                people.stream().limit(CaseAccesses.PEOPLE).toList(),
                complete[0] && people.size() <= CaseAccesses.PEOPLE);
    }

    Extent extent(AccessQuery query, int limit) {
        AccessLogFilter.Settled settled = read(
                        SETTLED, List.of(), row -> new AccessLogFilter.Settled(row.getLong(1), row.getString(2)))
                .getFirst();
        AccessLogFilter fixed = AccessLogFilter.of(query).settled(settled);
        int rows = count(fixed, limit + 1);
        return new Extent(
                Math.min(rows, limit),
                rows <= limit,
                settled,
                rows == 0 ? List.of() : cases(fixed.events(false, limit)));
    }

    private List<Link> cases(AccessLogFilter.Sql events) {
        return read(
                CASES.formatted(events.text()),
                events.values(),
                row -> new Link(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
    }

    /** Places of events, the newest first, and the cases that they name. */
    record Selection(List<AccessQuery.Cursor> places, List<Link> links) {}

    /** @param size entries under the signature */
    Selection selection(AccessQuery query, long size, int limit) {
        AccessLogFilter.Sql events = AccessLogFilter.of(query).under(size).events(false, limit);
        return new Selection(places(events), cases(events));
    }

    /** Hands the rows over one by one; the database keeps the rest. */
    void stream(AccessQuery query, AccessLogFilter.Settled settled, int rows, Consumer<AccessEntry> each) {
        if (rows == 0) {
            return;
        }
        AccessLogFilter.Sql events = AccessLogFilter.of(query).settled(settled).events(false, rows);
        String sql = COLUMNS + " from " + events.text() + AROUND + AccessLogFilter.order(false);
        try (Connection connection = reader.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setFetchSize(FETCH);
                bind(select, around(events, query, Integer.MAX_VALUE));
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        each.accept(row(found).entry());
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    /** For a statement of these events and {@link #AROUND}. */
    private static List<Object> around(AccessLogFilter.Sql events, AccessQuery query, int numbers) {
        List<Object> values = new ArrayList<>(events.values());
        values.addAll(around(Objects.requireNonNullElse(query.number(), ""), numbers));
        return values;
    }

    /** @param first number of the case that stands before the others of its event */
    private static List<Object> around(String first, int numbers) {
        return new ArrayList<>(List.of(first, numbers, first, numbers, first, numbers));
    }

    private <T> List<T> read(String sql, List<Object> values, Reading<T> reading) {
        return read(sql, values, reading, false);
    }

    /** What stops after a page, and is therefore read in the order of an index. */
    private <T> List<T> inOrder(String sql, List<Object> values, Reading<T> reading) {
        return read(sql, values, reading, true);
    }

    private <T> List<T> read(String sql, List<Object> values, Reading<T> reading, boolean inOrder) {
        try (OnePlan one = OnePlan.of(reader, inOrder);
                PreparedStatement select = one.connection().prepareStatement(sql)) {
            bind(select, values);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            if (GIVEN_UP.equals(e.getSQLState())) {
                throw new FilterTooWide();
            }
            throw new LogUnavailable(e);
        }
    }

    private static void bind(PreparedStatement select, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            select.setObject(
                    i + 1,
                    value instanceof Instant instant ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC) : value);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        List<UUID> ids = array(row, "ids", UUID.class);
        List<UUID> persons = array(row, "persons", UUID.class);
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            links.add(new Link(ids.get(i), persons.get(i)));
        }
        AccessEntry entry = new AccessEntry(
                row.getObject("id", UUID.class),
                instant(row, "at"),
                row.getLong("seq"),
                row.getObject("actor", UUID.class),
                row.getString("display_name"),
                code(Role.class, row.getString("role")),
                institution(row),
                row.getString("act"),
                code(AccessEvent.Action.class, row.getString("action")),
                array(row, "numbers", String.class).stream()
                        .filter(Objects::nonNull)
                        .toList(),
                row.getInt("n"),
                texts(row, "fields"),
                classes(row),
                code(Purpose.class, row.getString("purpose")),
                row.getObject("grant_id", UUID.class),
                code(Outcome.class, row.getString("outcome")),
                row.getString("reason"),
                row.getInt("row_count"));
        return new Row(entry, links);
    }

    private static Translated institution(ResultSet row) throws SQLException {
        String az = row.getString("name_az");
        return az == null ? null : new Translated(az, row.getString("name_en"), row.getString("name_ru"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A code that this version does not know is shown as missing rather than breaking the page. */
    static <E extends Enum<E>> E code(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static List<DataClass> classes(ResultSet row) throws SQLException {
        List<String> tags = texts(row, "classes");
        return CLASSES.entrySet().stream()
                .filter(known -> tags.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What stands in a list, whatever was written there: nothing that is missing, and no list in it. */
    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return array(row, column, Object.class).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private static <T> List<T> array(ResultSet row, String column, Class<T> type) throws SQLException {
        Array array = row.getArray(column);
        List<T> values = new ArrayList<>();
        if (array != null) {
            for (Object value : (Object[]) array.getArray()) {
                values.add(type.cast(value));
            }
        }
        return values;
    }
}
