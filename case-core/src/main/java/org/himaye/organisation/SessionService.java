package org.himaye.organisation;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
            insert into himaye.signin_session (id, sub, keycloak_sid, role, permissions, client, renewal)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private static final String END = """
            update himaye.signin_session set ended_at = now(), end_reason = ?
             where id = ? and sub = ? and ended_at is null returning renewal""";

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
                begin.setArray(5, connection.createArrayOf("text", granted(caller)));
                begin.setString(6, signIn.client());
                begin.setBytes(7, signIn.renewal());
                begin.executeUpdate();
            }
            record.on("signin_session", signIn.session());
            currentCaller.enter(caller);
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

    private static String[] granted(Caller caller) {
        return caller.permissions().stream()
                .filter(Permission::grantable)
                .map(Permission::realmName)
                .sorted()
                .toArray(String[]::new);
    }
}
