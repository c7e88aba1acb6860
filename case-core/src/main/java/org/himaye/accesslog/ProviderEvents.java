package org.himaye.accesslog;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.himaye.confidentiality.AccessEvent;
import org.himaye.confidentiality.LogUnavailable;
import org.himaye.confidentiality.Permission;

/**
 * Takes the identity provider's events over into the log, each once. No act: it shows nothing to anybody, and what it does is the
 * record itself.
 */
@ApplicationScoped
public class ProviderEvents {

    private static final String LAST = "select max(happened_at) from himaye.provider_event where act = ?";

    private static final String TAKE = "select himaye.take_provider_event(?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** The question reaches back one day at most from the newest of its kind: what is older cannot come twice. */
    private static final String FORGET =
            "delete from himaye.provider_event where act = ? and happened_at < (" + LAST + ") - interval '3 days'";

    @Resource(lookup = "jdbc/himaye")
    private DataSource database;

    /**
     * The time of the newest that was taken over; empty before the first. Each kind is asked for by itself, and one may have come without the
     * other.
     *
     * @param act of a {@link ProviderEvent}
     */
    public Optional<Instant> last(Permission act) {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(LAST)) {
            find.setString(1, act.realmName());
            try (ResultSet row = find.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
            }
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    /**
     * Writes those that have not been taken over before; all or none.
     *
     * @param events of one act
     */
    @Transactional
    public void take(List<ProviderEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        String act = events.getFirst().act().realmName();
        try (Connection connection = database.getConnection();
                PreparedStatement take = connection.prepareStatement(TAKE);
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            for (ProviderEvent event : events) {
                bind(take, event);
                take.execute();
            }
            forget.setString(1, act);
            forget.setString(2, act);
            forget.executeUpdate();
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    private static void bind(PreparedStatement take, ProviderEvent event) throws SQLException {
        UUID about = event.about();
        int i = 0;
        take.setObject(++i, event.id());
        take.setObject(++i, event.happenedAt().atOffset(ZoneOffset.UTC));
        take.setString(++i, event.act().realmName());
        take.setObject(++i, event.actor());
        take.setString(++i, event.action().name());
        take.setString(++i, about == null ? null : "staff");
        take.setObject(++i, about);
        take.setString(++i, (event.refused() ? AccessEvent.Outcome.DENIED : AccessEvent.Outcome.ALLOWED).name());
        take.setString(++i, event.kind());
    }
}
