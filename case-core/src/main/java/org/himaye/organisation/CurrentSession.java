package org.himaye.organisation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
import org.himaye.confidentiality.SeparateDuties;
import org.himaye.draft.WaitingDrafts;
import org.himaye.shared.ShortConnection;

/**
 * Tells, at the start of a request, who calls. No act and no event: it comes before every act and shows nothing to anybody.
 */
@ApplicationScoped
public class CurrentSession {

    private static final UUID NOBODY = new UUID(0, 0);

    /** Session, function, institution and the drafts that wait on the page, in one statement. */
    private static final String FIND = """
            select s.sub, s.role, s.permissions, s.client, s.second_factor_at, f.display_name, f.institution,
                   s.verified_at < now() - interval '60 seconds' as to_verify, %s
              from himaye.signin_session s
              join himaye.staff f on f.sub = s.sub and f.role = s.role and f.active
              join himaye.institution i on i.id = f.institution and i.active
              left join himaye.draft d on d.created_by = s.sub and d.page = ? and d.record = ? and %s
             where s.id = ? and s.ended_at is null and s.created > now() - interval '10 hours'
               and s.last_used > now() - interval '15 minutes'""".formatted(WaitingDrafts.COLUMNS, WaitingDrafts.FRESH);

    /** The mark of use is renewed at most once a minute. */
    private static final String USE = """
            with used as (
              update himaye.signin_session set last_used = now()
               where id = ? and ended_at is null and created > now() - interval '10 hours'
                 and last_used > now() - interval '15 minutes' and last_used < now() - interval '1 minute')
            """ + FIND;

    /** The same for a bearer token, which has no row. */
    private static final String FUNCTION = """
            select f.display_name, f.role, f.institution
              from himaye.staff f join himaye.institution i on i.id = f.institution and i.active
             where f.sub = ? and f.active""";

    /** One of several requests at once asks the provider; the others go on. */
    private static final String CLAIM = """
            update himaye.signin_session set verified_at = now()
             where id = ? and ended_at is null and verified_at < now() - interval '60 seconds' returning renewal""";

    private static final String VERIFIED = """
            update himaye.signin_session set permissions = ?, renewal = ?
             where id = ? and sub = ? and role = ? and ended_at is null""";

    /**
     * Who calls.
     *
     * @param toVerify a minute has passed since the identity provider last vouched for the person
     */
    public record Entered(Caller caller, boolean toVerify) {}

    @Resource(lookup = "jdbc/himaye")
    private DataSource database;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private WaitingDrafts drafts;

    @Inject
    private ShortConnection rows;

    /**
     * Makes the person of a session the caller of this request.
     *
     * @return empty when the session is unknown, ended or too old, or the person's function here has ended or changed
     * @throws SessionsUnavailable when the database does not answer
     */
    public Optional<Entered> enter(UUID session) {
        return enter(session, null, null);
    }

    /**
     * As {@link #enter(UUID)}, for a page whose drafts are to be put back.
     *
     * @param page path of the page, or null
     * @param record as {@link org.himaye.draft.DraftPlace} names it, or null
     */
    public Optional<Entered> enter(UUID session, String page, String record) {
        return find(session, page, record, true);
    }

    /** As {@link #enter(UUID)}, for what a page does by itself: it is no use of the session, which ends in its time. */
    public Optional<Entered> enterUnused(UUID session) {
        return find(session, null, null, false);
    }

    private Optional<Entered> find(UUID session, String page, String record, boolean used) {
        try {
            return rows.callOf(session, connection -> look(connection, session, page, record, used));
        } catch (SQLException e) {
            throw new SessionsUnavailable(e);
        }
    }

    private Optional<Entered> look(Connection connection, UUID session, String page, String record, boolean used)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(used ? USE : FIND)) {
            int i = 0;
            if (used) {
                find.setObject(++i, session);
            }
            find.setString(++i, page);
            find.setString(++i, record);
            find.setObject(++i, session);
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
                        row.getString("client"),
                        instant(row.getObject("second_factor_at", OffsetDateTime.class)));
                currentCaller.enter(caller);
                Entered entered = new Entered(caller, row.getBoolean("to_verify"));
                do {
                    drafts.add(row);
                } while (row.next());
                return Optional.of(entered);
            }
        }
    }

    /** Tells whether a session of the identity provider is one of ours that is still open. */
    public boolean knows(String providerSession) {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(
                        "select 1 from himaye.signin_session where keycloak_sid = ? and ended_at is null")) {
            find.setString(1, providerSession);
            try (ResultSet row = find.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new SessionsUnavailable(e);
        }
    }

    /**
     * Takes the question to the identity provider upon this request, when it is due.
     *
     * @return the encrypted refresh token to ask with; empty when nobody need ask now
     * @throws SessionsUnavailable when the database does not answer
     */
    public Optional<byte[]> claimVerification(UUID session) {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setObject(1, session);
            try (ResultSet row = claim.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new SessionsUnavailable(e);
        }
    }

    /**
     * Keeps what the identity provider says now about the running caller, whose permissions change with it.
     *
     * @param groups jobs and permissions of today
     * @param renewal the next encrypted refresh token
     * @return empty when the person has another job now, or none
     * @throws SessionsUnavailable when the database does not answer
     */
    public Optional<Caller> verified(UUID session, Set<String> groups, byte[] renewal) {
        Caller before = currentCaller.get();
        try (Connection connection = database.getConnection()) {
            Optional<Caller> now = function(connection, before.sub(), groups, session, before.client())
                    .filter(caller -> caller.is(before.role()));
            if (now.isEmpty()) {
                return now;
            }
            try (PreparedStatement keep = connection.prepareStatement(VERIFIED)) {
                keep.setArray(1, connection.createArrayOf("text", granted(now.get())));
                keep.setBytes(2, renewal);
                keep.setObject(3, session);
                keep.setObject(4, before.sub());
                keep.setString(5, before.role().name());
                if (keep.executeUpdate() == 0) {
                    return Optional.empty();
                }
            }
            now = now.map(caller -> caller.withSecondFactorAt(before.secondFactorAt()));
            currentCaller.enter(now.get());
            return now;
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

    /** Makes somebody of whom nothing is proved the caller of {@link SessionService#reject}. */
    public void enterUnknown(String client) {
        enterForSignIn(NOBODY, client);
    }

    static String[] granted(Caller caller) {
        return caller.permissions().stream()
                .filter(Permission::grantable)
                .map(Permission::realmName)
                .sorted()
                .toArray(String[]::new);
    }

    /**
     * The person as the staff list and the provider's groups agree on: active, in an active institution, with exactly one job, and the
     * same in both. Two jobs at once are none: a person acts in one role. So is a job with an act added to it that nobody has beside it
     * (BR-072).
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
                Set<Permission> granted = permissions(groups.toArray(String[]::new));
                if (!jobs.equals(List.of(role.realmName())) || !SeparateDuties.allow(granted)) {
                    return Optional.empty();
                }
                return Optional.of(new Caller(
                        sub,
                        row.getString("display_name"),
                        role,
                        row.getObject("institution", UUID.class),
                        granted,
                        session == null ? null : session.toString(),
                        client));
            }
        }
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** Everybody may end his own session and what he looks at, and get his own text back, whatever else he may. */
    static Set<Permission> permissions(String[] names) {
        Set<Permission> permissions =
                EnumSet.of(Permission.SESSION_KEEP, Permission.DRAFT_RESTORE, Permission.PURPOSE_END);
        Arrays.stream(names)
                .map(Permission::ofRealmName)
                .flatMap(Optional::stream)
                .forEach(permissions::add);
        return permissions;
    }
}
