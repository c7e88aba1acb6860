package org.himaye.organisation;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.himaye.confidentiality.AccessEvent;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Refused;

/** Sign-in and sign-out. A sign-in is proved by the identity provider and allowed by the staff list; both are recorded. */
@Stateless
@PermitAll
public class SessionService {

    private static final String BEGIN = """
            insert into himaye.signin_session (id, sub, keycloak_sid, role, permissions, client, renewal, second_factor_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String STEP_UP = """
            update himaye.signin_session set second_factor_at = ?, renewal = coalesce(?, renewal)
             where id = ? and sub = ? and ended_at is null""";

    private static final String END = """
            update himaye.signin_session set ended_at = now(), end_reason = ?
             where id = ? and sub = ? and ended_at is null returning renewal""";

    private static final String END_BY_PROVIDER = """
            update himaye.signin_session set ended_at = now(), end_reason = 'PROVIDER', renewal = null
             where keycloak_sid = ? and ended_at is null returning id""";

    private static final String OWN = """
            select id, client, created, last_used from himaye.signin_session
             where sub = ? and ended_at is null and created > now() - interval '10 hours'
               and last_used > now() - interval '15 minutes'
             order by last_used desc, id""";

    @Resource(lookup = "jdbc/himaye")
    private DataSource database;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ActRecord record;

    /**
     * Begins a session and makes the person the caller of the rest of this request.
     *
     * @throws Refused {@code NO_FUNCTION} when the staff list does not have the person as active, in an active institution and in the
     *     one job that the provider grants
     */
    @Act(value = Permission.SESSION_KEEP, action = AccessEvent.Action.LOGIN, targetless = true)
    public void begin(SignIn signIn) {
        try (Connection connection = database.getConnection()) {
            Caller caller = CurrentSession.function(
                            connection, signIn.sub(), signIn.groups(), signIn.session(), signIn.client())
                    .orElseThrow(() -> new Refused(AccessReason.NO_FUNCTION));
            try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
                begin.setObject(1, signIn.session());
                begin.setObject(2, signIn.sub());
                begin.setString(3, signIn.keycloakSession());
                begin.setString(4, caller.role().name());
                begin.setArray(5, connection.createArrayOf("text", CurrentSession.granted(caller)));
                begin.setString(6, signIn.client());
                begin.setBytes(7, signIn.renewal());
                begin.setObject(8, time(signIn.secondFactorAt()));
                begin.executeUpdate();
            }
            record.on("signin_session", signIn.session());
            currentCaller.enter(caller);
        } catch (SQLException e) {
            throw new SessionsUnavailable(e);
        }
    }

    /**
     * Notes that the caller has given a second factor for the session that goes on.
     *
     * @param renewal the newer encrypted refresh token, or null
     * @throws Refused {@code NOT_SIGNED_IN} when the session has ended or is somebody else's
     */
    @Act(value = Permission.SESSION_KEEP, action = AccessEvent.Action.STEP_UP)
    public void stepUp(UUID session, Instant secondFactorAt, byte[] renewal) {
        record.on("signin_session", session);
        try (Connection connection = database.getConnection();
                PreparedStatement stepUp = connection.prepareStatement(STEP_UP)) {
            stepUp.setObject(1, time(secondFactorAt));
            stepUp.setBytes(2, renewal);
            stepUp.setObject(3, session);
            stepUp.setObject(4, currentCaller.get().sub());
            if (stepUp.executeUpdate() == 0) {
                throw new Refused(AccessReason.NOT_SIGNED_IN);
            }
        } catch (SQLException e) {
            throw new SessionsUnavailable(e);
        }
    }

    /**
     * Ends the caller's own session; does nothing when it has ended already.
     *
     * @return the encrypted refresh token by which the identity provider's session can be ended too
     */
    @Act(value = Permission.SESSION_KEEP, action = AccessEvent.Action.LOGOUT)
    public Optional<byte[]> end(UUID session, SessionEnd reason) {
        record.on("signin_session", session);
        try (Connection connection = database.getConnection();
                PreparedStatement end = connection.prepareStatement(END)) {
            end.setString(1, reason.name());
            end.setObject(2, session);
            end.setObject(3, currentCaller.get().sub());
            try (ResultSet ended = end.executeQuery()) {
                return ended.next() ? Optional.ofNullable(ended.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new SessionsUnavailable(e);
        }
    }

    /**
     * Ends the sessions that belong to a session of the identity provider, which says that it is over.
     *
     * @param providerSession as the provider named it at sign-in
     */
    @Act(value = Permission.SESSION_KEEP, action = AccessEvent.Action.LOGOUT)
    public void endByProvider(String providerSession) {
        try (Connection connection = database.getConnection();
                PreparedStatement end = connection.prepareStatement(END_BY_PROVIDER)) {
            end.setString(1, providerSession);
            try (ResultSet ended = end.executeQuery()) {
                while (ended.next()) {
                    record.on("signin_session", ended.getObject(1, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw new SessionsUnavailable(e);
        }
    }

    /** The caller's sessions that could be used now, the one used last first. */
    @Act(value = Permission.SESSION_KEEP, action = AccessEvent.Action.LIST, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<OwnSession> own() {
        Caller caller = currentCaller.get();
        List<OwnSession> own = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(OWN)) {
            find.setObject(1, caller.sub());
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject("id", UUID.class);
                    String[] client = row.getString("client").split(" ", 2);
                    own.add(new OwnSession(
                            id,
                            client[0].equals("phone"),
                            client[client.length - 1],
                            row.getObject("created", OffsetDateTime.class).toInstant(),
                            row.getObject("last_used", OffsetDateTime.class).toInstant(),
                            id.toString().equals(caller.session())));
                }
            }
        } catch (SQLException e) {
            throw new SessionsUnavailable(e);
        }
        record.rows(own.size());
        return own;
    }

    /** Records that something came back as a sign-in that proves nothing; always refused. */
    @Act(value = Permission.SESSION_KEEP, action = AccessEvent.Action.LOGIN, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void reject() {
        throw new Refused(AccessReason.NO_PROOF);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
