package org.himaye.acceptance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The access log as the database's superuser sees it, from a moment on. */
final class AccessEvents {

    private final long after;

    private AccessEvents(long after) {
        this.after = after;
    }

    /** An event in short: {@code act action outcome reason}. */
    record Event(
            String act, String action, String outcome, String reason, List<String> fields, String purpose, int cases) {}

    static AccessEvents fromNow() {
        return new AccessEvents(Database.number("select coalesce(max(seq), 0) from himaye.access_event"));
    }

    /** Events of the person since then, oldest first, without signing in and out, which the provider tells of at any time. */
    List<Event> of(DemoPerson person) {
        String sql = "select e.act, e.action, e.outcome, e.reason, e.fields, e.purpose,"
                + " (select count(*) from himaye.access_event_case c where c.event_id = e.id)"
                + " from himaye.access_event e where e.seq > ? and e.actor = ? and e.act <> 'session.keep'"
                + " and e.act not like 'provider.%' order by e.seq";
        try (Connection connection = Himaye.stack().superuser("himaye");
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, after);
            select.setObject(2, person.sub());
            List<Event> events = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(new Event(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            List.of((String[]) rows.getArray(5).getArray()),
                            rows.getString(6),
                            rows.getInt(7)));
                }
            }
            return events;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
