package org.himaye.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.KeysUnavailable;
import org.himaye.confidentiality.Relation;
import org.himaye.confidentiality.Standing;
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
                   (select e.id from himaye.break_glass_grant e
                     where e.case_id = c.id and e.created_by = ? and e.session_ref = ?
                       and e.institution_id = c.institution_id and e.ended_at is null and e.ends_at > ?
                       and not himaye.is_restricted(c.id)
                     order by e.ends_at desc limit 1) as grant_id
              from himaye.case_file c
             where c.id = any (?) and c.id <> all ((select himaye.shut_cases())::uuid[])
            """;

    @Inject
    private ShortConnection database;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private BusinessClock clock;

    /** @return false when a relation has ended since, the emergency access is another, or a case is closed to the caller */
    public boolean holds(Map<UUID, Standing.To> before) {
        if (before.isEmpty()) {
            return true;
        }
        try {
            return database.call(connection -> holds(connection, before));
        } catch (SQLException e) {
            throw new KeysUnavailable("it is not known what the caller may still meet", e);
        }
    }

    private boolean holds(Connection connection, Map<UUID, Standing.To> before) throws SQLException {
        Caller caller = currentCaller.get();
        Map<UUID, Standing.To> today = new HashMap<>();
        try (PreparedStatement ask = connection.prepareStatement(TODAY)) {
            ask.setObject(1, caller.sub());
            ask.setObject(2, caller.sub());
            ask.setString(3, Objects.requireNonNullElse(caller.session(), CaseAccess.NO_SESSION));
            ask.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            ask.setArray(5, connection.createArrayOf("uuid", before.keySet().toArray()));
            try (ResultSet row = ask.executeQuery()) {
                while (row.next()) {
                    today.put(row.getObject("id", UUID.class), today(caller, row));
                }
            }
        }
        return before.entrySet().stream()
                .allMatch(each -> today.containsKey(each.getKey()) && holds(each.getValue(), today.get(each.getKey())));
    }

    private static Standing.To today(Caller caller, ResultSet row) throws SQLException {
        Set<Relation> relations =
                CaseAccess.relations(caller, row.getObject("institution_id", UUID.class), row.getBoolean("assigned"));
        UUID grant = row.getObject("grant_id", UUID.class);
        if (grant != null) {
            relations.add(Relation.GRANT);
        }
        return new Standing.To(relations, grant);
    }

    private static boolean holds(Standing.To before, Standing.To today) {
        return today.relations().containsAll(before.relations())
                && (before.grant() == null || before.grant().equals(today.grant()));
    }
}
