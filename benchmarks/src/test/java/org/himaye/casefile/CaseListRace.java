package org.himaye.casefile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.himaye.benchmarks.NamedSql;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PlaceInTime;

/**
 * The first page of cases: the product's statement under row-level security, and what somebody writes who needs no policy, for the same
 * rows in the same order.
 */
public final class CaseListRace {

    private static final String WITHOUT_POLICY = """
            select c.id, c.person_id, c.case_number, p.pseudonym, c.status, c.urgency, c.opened_at, c.next_due_at, s.display_name,
                   (select d.kind from himaye.case_deadline d
                     where d.case_id = c.id and d.met_at is null and d.kind <> 'REFLECTION_ENDS' order by d.due_at limit 1) as due_kind
              from himaye.case_file c
              join himaye.person p on p.id = c.person_id
              left join himaye.case_assignment pa
                     on pa.case_id = c.id and pa.function = 'PRIMARY' and pa.assigned_until is null
              left join himaye.staff s on s.sub = pa.staff_sub
             where %s
             order by case when c.next_due_at is null then timestamptz '9999-01-01T00:00:00Z' else c.next_due_at end, c.id
             limit 26
            """;

    private static final String ORDER =
            "case when c.next_due_at is null then timestamptz '9999-01-01T00:00:00Z' else c.next_due_at end, c.id";

    private static final String PLACE = "select " + ORDER
            + " from himaye.case_file c where c.institution_id = ? order by " + ORDER + " offset ? limit 1";

    private final NamedSql ours;
    private final NamedSql rival;
    private final Map<String, Object> values = new HashMap<>();

    private CaseListRace(UUID caller, UUID house, UUID supervised, PageAsked page) {
        CaseListSql sql =
                new CaseListSql(new CaseQuery(null, null, null, page), "", Set.of(), caller, supervised, null);
        this.ours = new NamedSql(sql.text());
        this.rival = new NamedSql(WITHOUT_POLICY.formatted(
                supervised == null
                        ? "c.id in (select a.case_id from himaye.case_assignment a"
                                + " where a.staff_sub = :caller and a.assigned_until is null)"
                        : "c.institution_id = :institution"));
        sql.values()
                .forEach((name, value) -> values.put(name, value instanceof Instant at ? Timestamp.from(at) : value));
        values.put("institution", house);
    }

    public static CaseListRace ofSupervisor(UUID caller, UUID house) {
        return new CaseListRace(caller, house, house, PageAsked.first());
    }

    /** The page that begins behind so many cases of the house, which has more. */
    public static CaseListRace ofSupervisor(UUID caller, UUID house, int behind, Connection free) throws SQLException {
        try (PreparedStatement find = free.prepareStatement(PLACE)) {
            find.setObject(1, house);
            find.setInt(2, behind - 1);
            try (ResultSet row = find.executeQuery()) {
                row.next();
                PlaceInTime place = new PlaceInTime(
                        row.getObject(1, OffsetDateTime.class).toInstant(), row.getObject(2, UUID.class));
                return new CaseListRace(caller, house, house, new PageAsked(place, null));
            }
        }
    }

    public static CaseListRace ofCaseworker(UUID caller, UUID house) {
        return new CaseListRace(caller, house, null, PageAsked.first());
    }

    /**
     * @param told for whom, as the statement itself tells the database
     * @return all that was read, to be compared
     */
    public String ours(Connection connection, String told) throws SQLException {
        values.put("told", told);
        return read(ours.on(connection, values));
    }

    /** As {@link #ours}. */
    public String rival(Connection connection) throws SQLException {
        return read(rival.on(connection, values));
    }

    private static String read(PreparedStatement statement) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (statement;
                ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    all.append(rows.getString(i)).append('|');
                }
                all.append('\n');
            }
        }
        return all.toString();
    }
}
