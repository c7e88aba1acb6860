package org.himaye.accesslog;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.himaye.confidentiality.LogUnavailable;
import org.himaye.confidentiality.Role;
import org.himaye.shared.BusinessClock;

/**
 * What colleagues opened and where they were refused on one day in Baku, for a job of the machine that computes by it. Its act says so. Reads by
 * time and in rounds; nothing is held open in between.
 */
@Dependent
public class LoggedDay {

    /** Two events of the same moment may get their numbers the other way round; the log's links are bound by the same. */
    static final Duration MARGIN = Duration.ofMinutes(5);

    private static final int ROUND = 2000;

    /** Something of a case was on the screen; who reads the log, or decides about others' accesses, has not opened the case. */
    private static final String OPENED =
            "e.action in ('VIEW', 'EDIT', 'PRINT', 'DOWNLOAD', 'EXPORT') and e.outcome in ('ALLOWED', 'MASKED')"
                    + " and e.reason is distinct from 'LIST_PRINTED'"
                    + " and e.role <> 'SYSTEM' and e.act not like 'accesslog.%' and e.act not like 'audit.%' and e.act not like 'unusual.%'";

    /** Who is asked for a second factor first is sent there and not refused. */
    private static final String REFUSED =
            "e.outcome = 'DENIED' and e.role <> 'SYSTEM' and e.reason is distinct from 'STEP_UP'";

    private static final String EVENTS = """
            select e.seq, e.at, e.actor, e.role, e.institution_id, e.grant_id, e.outcome = 'DENIED' as refused, s.display_name,
                   c.id as case_id, c.case_number, c.institution_id as house, l.person_id
              from (select e.* from himaye.access_event e
                     where e.at >= ? and e.at < ? and (e.at, e.seq) > (?, ?) and e.actor is not null and (%s or %s)
                     order by e.at, e.seq limit %d) e
              left join himaye.staff s on s.sub = e.actor
              left join lateral (
                    select distinct on (k.case_id) k.case_id, k.person_id from himaye.access_event_case k
                     where k.event_id = e.id and k.at between e.at - interval '5 minutes' and e.at + interval '5 minutes'
                     order by k.case_id, k.person_id nulls last) l on true
              left join himaye.case_file c on c.id = l.case_id and c.erased_at is null
             order by e.at, e.seq
            """.formatted(OPENED, REFUSED, ROUND);

    private static final String CASES_A_DAY = """
            select e.actor, (e.at at time zone 'Asia/Baku')::date as day, count(distinct c.id) as cases
              from himaye.access_event e
              join himaye.access_event_case l on l.event_id = e.id
               and l.at between e.at - interval '5 minutes' and e.at + interval '5 minutes'
              join himaye.case_file c on c.id = l.case_id and c.erased_at is null
             where e.actor = any (?) and e.at >= ? and e.at < ? and %s
             group by 1, 2
            """.formatted(OPENED);

    private static final String OPENED_BEFORE = """
            select distinct e.actor, l.case_id
              from himaye.access_event_case l
              join himaye.access_event e on e.id = l.event_id
               and e.at between l.at - interval '5 minutes' and l.at + interval '5 minutes'
             where e.actor = any (?) and l.case_id = any (?) and l.at < ? and e.at < ? and %s
            """.formatted(OPENED);

    private static final String WORK =
            "select case_id, staff_sub, assigned_from, assigned_until from himaye.case_assignment"
                    + " where case_id = any (?)";

    private static final String FIRST = "select min(at) from himaye.access_event";

    private static final String SEALED_UNTIL = "select event_at from himaye.log_leaf order by leaf_index desc limit 1";

    @Resource(lookup = "jdbc/himaye-log-reader")
    private DataSource reader;

    /**
     * One access, once for each case that it concerns.
     *
     * @param sequence the event's number in the log
     * @param name what colleagues see of the account
     * @param role null when this version does not know it
     * @param institution where the colleague worked at the time
     * @param refused else something was opened
     * @param urgent under an emergency access
     * @param caseId null where it concerns none, or one that was erased; then the next three are null too
     * @param house whose case it is
     * @param person null where the event did not tell
     */
    public record Access(
            long sequence,
            Instant at,
            UUID account,
            String name,
            Role role,
            UUID institution,
            boolean refused,
            boolean urgent,
            UUID caseId,
            String caseNumber,
            UUID house,
            UUID person) {}

    /**
     * That somebody had a function in a case.
     *
     * @param until null while it lasts
     */
    public record Work(UUID caseId, UUID account, Instant from, Instant until) {}

    /** The day of the first event; empty when there is none. */
    public Optional<LocalDate> first() {
        return Optional.ofNullable(moment(FIRST)).map(at -> LocalDate.ofInstant(at, BusinessClock.ZONE));
    }

    /** Whether every event of the day is there: what commits late has its place below the seal, or never comes. */
    public boolean sealed(LocalDate day) {
        Instant until = moment(SEALED_UNTIL);
        return until != null && !until.isBefore(start(day.plusDays(1)).plus(MARGIN));
    }

    /** Every access of the day by somebody who is staff, in the log's order. */
    public void forEach(LocalDate day, Consumer<Access> each) {
        Instant at = Instant.EPOCH;
        long sequence = 0;
        boolean more = true;
        while (more) {
            List<Access> round = round(day, at, sequence);
            more = !round.isEmpty();
            if (more) {
                at = round.getLast().at();
                sequence = round.getLast().sequence();
            }
            round.stream().filter(access -> access.name() != null).forEach(each);
        }
    }

    private List<Access> round(LocalDate day, Instant after, long sequence) {
        Instant first = after.isAfter(start(day)) ? after : start(day);
        return read(EVENTS, LoggedDay::access, first, start(day.plusDays(1)), after, sequence);
    }

    /** How many cases an account opened on each day on which it opened any; from the first day to before the last. */
    public Map<UUID, List<Integer>> casesADay(Collection<UUID> accounts, LocalDate first, LocalDate before) {
        Map<UUID, List<Integer>> days = new HashMap<>();
        if (!accounts.isEmpty()) {
            read(
                    CASES_A_DAY,
                    row -> days.computeIfAbsent(row.getObject("actor", UUID.class), account -> new ArrayList<>())
                            .add(row.getInt("cases")),
                    accounts,
                    start(first),
                    start(before));
        }
        return days;
    }

    /** Which of these cases these accounts had opened before the day, ever. */
    public Map<UUID, Set<UUID>> openedBefore(LocalDate day, Collection<UUID> accounts, Collection<UUID> cases) {
        Map<UUID, Set<UUID>> opened = new HashMap<>();
        if (!cases.isEmpty()) {
            read(
                    OPENED_BEFORE,
                    row -> opened.computeIfAbsent(row.getObject(1, UUID.class), account -> new HashSet<>())
                            .add(row.getObject(2, UUID.class)),
                    accounts,
                    cases,
                    start(day),
                    start(day));
        }
        return opened;
    }

    /** Who had which function in these cases, ever. */
    public List<Work> work(Collection<UUID> cases) {
        return cases.isEmpty()
                ? List.of()
                : read(
                        WORK,
                        row -> new Work(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                instant(row, 3),
                                instant(row, 4)),
                        cases);
    }

    private static Access access(ResultSet row) throws SQLException {
        return new Access(
                row.getLong("seq"),
                instant(row, 2),
                row.getObject("actor", UUID.class),
                row.getString("display_name"),
                role(row.getString("role")),
                row.getObject("institution_id", UUID.class),
                row.getBoolean("refused"),
                row.getObject("grant_id") != null,
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getObject("house", UUID.class),
                row.getObject("person_id", UUID.class));
    }

    private static Role role(String name) {
        for (Role each : Role.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return null;
    }

    private Instant moment(String sql) {
        List<Instant> found = read(sql, row -> instant(row, 1));
        return found.isEmpty() ? null : found.getFirst();
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String sql, Reading<T> reading, Object... values) {
        try (PatientReader patient = PatientReader.of(reader);
                PreparedStatement select = patient.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(
                        i + 1,
                        switch (values[i]) {
                            case Instant at -> OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
                            case Collection<?> ids -> patient.connection().createArrayOf("uuid", ids.toArray());
                            default -> values[i];
                        });
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).toInstant();
    }
}
