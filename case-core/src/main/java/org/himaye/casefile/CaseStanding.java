package org.himaye.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.KeysUnavailable;
import org.himaye.confidentiality.Relation;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.ShortConnection;

/**
 * Whether the caller still stands to cases as when a page of them was opened (BR-071, BR-075). No act and no event: it shows nothing, and
 * the page that is opened anew decides and records.
 */
@ApplicationScoped
public class CaseStanding {

    private static final String TODAY = """
            select c.id, c.institution_id,
                   exists (select 1 from himaye.case_assignment a
                            where a.case_id = c.id and a.staff_sub = ? and a.assigned_until is null) as assigned,
                   exists (select 1 from himaye.break_glass_grant e
                            where e.case_id = c.id and e.created_by = ? and e.session_ref = ?
                              and e.institution_id = c.institution_id and e.ended_at is null and e.ends_at > ?) as granted,
                   b.barred
              from (select himaye.shut_cases(array['BARRED']) && ? as barred) b
              left join himaye.case_file c on c.id = any (?) and c.id <> all ((select himaye.shut_cases())::uuid[])
            """;

    @Inject
    private ShortConnection database;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private BusinessClock clock;

    /**
     * @param opened each case with the relations that let the caller at it then
     * @param told other cases of which the page tells
     * @return false when one of the relations has ended, one of the opened is closed to the caller, or he is barred from one of all
     */
    public boolean holds(Map<UUID, Set<Relation>> opened, Set<UUID> told) {
        if (opened.isEmpty() && told.isEmpty()) {
            return true;
        }
        try {
            return database.call(connection -> holds(connection, opened, told));
        } catch (SQLException e) {
            throw new KeysUnavailable("it is not known what the caller may still meet", e);
        }
    }

    private boolean holds(Connection connection, Map<UUID, Set<Relation>> opened, Set<UUID> told) throws SQLException {
        Caller caller = currentCaller.get();
        Map<UUID, Set<Relation>> today = new HashMap<>();
        try (PreparedStatement ask = connection.prepareStatement(TODAY)) {
            ask.setObject(1, caller.sub());
            ask.setObject(2, caller.sub());
            ask.setString(3, Objects.requireNonNullElse(caller.session(), CaseAccess.NO_SESSION));
            ask.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            ask.setArray(5, array(connection, told));
            ask.setArray(6, array(connection, opened.keySet()));
            try (ResultSet row = ask.executeQuery()) {
                while (row.next()) {
                    if (row.getBoolean("barred")) {
                        return false;
                    }
                    UUID found = row.getObject("id", UUID.class);
                    if (found != null) {
                        today.put(found, relations(caller, row));
                    }
                }
            }
        }
        return opened.entrySet().stream()
                .allMatch(each -> today.containsKey(each.getKey())
                        && today.get(each.getKey()).containsAll(each.getValue()));
    }

    private static Set<Relation> relations(Caller caller, ResultSet row) throws SQLException {
        EnumSet<Relation> relations =
                CaseAccess.relations(caller, row.getObject("institution_id", UUID.class), row.getBoolean("assigned"));
        if (row.getBoolean("granted")) {
            relations.add(Relation.GRANT);
        }
        return relations;
    }

    private static Array array(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }
}
