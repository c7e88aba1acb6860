package org.himaye.organisation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Role;

/**
 * Tells, at the start of a request, who calls. No act and no event: it comes before every act and shows nothing to anybody.
 */
@ApplicationScoped
public class CurrentSession {

    /** Session, function and institution in one statement; the mark of use is renewed at most once a minute. */
    private static final String FIND = """
            with used as (
              update himaye.signin_session set last_used = now()
               where id = ? and ended_at is null and created > now() - interval '10 hours'
                 and last_used > now() - interval '15 minutes' and last_used < now() - interval '1 minute')
            select s.sub, s.role, s.permissions, s.client, f.display_name, f.institution
              from himaye.signin_session s
              join himaye.staff f on f.sub = s.sub and f.role = s.role and f.active
              join himaye.institution i on i.id = f.institution and i.active
             where s.id = ? and s.ended_at is null and s.created > now() - interval '10 hours'
               and s.last_used > now() - interval '15 minutes'""";

    /** The same for a bearer token, which has no row. */
    private static final String FUNCTION = """
            select f.display_name, f.role, f.institution
              from himaye.staff f join himaye.institution i on i.id = f.institution and i.active
             where f.sub = ? and f.active""";

    @Resource(lookup = "jdbc/himaye")
    private DataSource database;

    @Inject
    private CurrentCaller currentCaller;

    /**
     * Makes the person of a session the caller of this request.
     *
     * @return empty when the session is unknown, ended or too old, or the person's function here has ended or changed
     * @throws SessionsUnavailable when the database does not answer
     */
    public Optional<Caller> enter(UUID session) {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, session);
            find.setObject(2, session);
            try (ResultSet row = find.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Caller caller = new Caller(
                        row.getObject("sub", UUID.class),
                        row.getString("display_name"),
                        Role.valueOf(row.getString("role")),
                        row.getObject("institution", UUID.class),
                        permissions((String[]) row.getArray("permissions").getArray()),
                        session.toString(),
                        row.getString("client"));
                currentCaller.enter(caller);
                return Optional.of(caller);
            }
        } catch (SQLException e) {
            throw new SessionsUnavailable(e);
        }
    }

    /**
     * Makes the person of a bearer token the caller of this request.
     *
     * @return empty when the person has no function here, or not the one job that the token names
     * @throws SessionsUnavailable when the database does not answer
     */
    public Optional<Caller> enterByToken(UUID sub, Set<String> groups, String client) {
        try (Connection connection = database.getConnection()) {
            Optional<Caller> caller = function(connection, sub, groups, null, client);
            caller.ifPresent(currentCaller::enter);
            return caller;
        } catch (SQLException e) {
            throw new SessionsUnavailable(e);
        }
    }

    /** Makes somebody who has just proved who he is, but not yet what he may, the caller of {@link SessionService#begin}. */
    public void enterForSignIn(UUID sub, String client) {
        currentCaller.enter(
                new Caller(sub, "sign-in", Role.SYSTEM, null, Set.of(Permission.SESSION_KEEP), null, client));
    }

    /**
     * The person as the staff list and the provider's groups agree on: active, in an active institution, with exactly one job, and the
     * same in both. Two jobs at once are none: a person acts in one role.
     */
    static Optional<Caller> function(Connection connection, UUID sub, Set<String> groups, UUID session, String client)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FUNCTION)) {
            find.setObject(1, sub);
            try (ResultSet row = find.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Role role = Role.valueOf(row.getString("role"));
                List<String> jobs = groups.stream()
                        .filter(group -> group.startsWith("job."))
                        .toList();
                if (!jobs.equals(List.of(role.realmName()))) {
                    return Optional.empty();
                }
                return Optional.of(new Caller(
                        sub,
                        row.getString("display_name"),
                        role,
                        row.getObject("institution", UUID.class),
                        permissions(groups.toArray(String[]::new)),
                        session == null ? null : session.toString(),
                        client));
            }
        }
    }

    /** Everybody may end his own session, whatever else he may. */
    static Set<Permission> permissions(String[] names) {
        Set<Permission> permissions = EnumSet.of(Permission.SESSION_KEEP);
        Arrays.stream(names)
                .map(Permission::ofRealmName)
                .flatMap(Optional::stream)
                .forEach(permissions::add);
        return permissions;
    }
}
