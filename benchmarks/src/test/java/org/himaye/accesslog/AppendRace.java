package org.himaye.accesslog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.AccessEvent;

/** One event, written by the product's statement; and by the same statement inside of a chain of hashes, which needs an order at once. */
public final class AppendRace {

    /** The one whose holder seals. */
    public static final long SEALERS_LOCK = LogSealer.LOCK;

    private static final String POLICY = "0123456789abcdef";

    private static final long CHAIN_LOCK = 1;

    private AppendRace() {}

    /** An event like that of a page of one case. */
    public static AccessEvent event(UUID actor, UUID caseId, UUID personId) {
        return new AccessEvent(
                actor,
                "CASEWORKER",
                actor,
                "0123456789abcdef",
                "desktop 10.0",
                "case.read",
                AccessEvent.Action.VIEW,
                List.of(new AccessEvent.Link(caseId, personId)),
                "case_file",
                caseId,
                List.of("person.given_name", "person.family_name", "person.birth_date", "case_file.status"),
                List.of("ID", "PLAN", "OPERATIONAL"),
                null,
                null,
                AccessEvent.Outcome.ALLOWED,
                null,
                1);
    }

    /** @param connection commits by itself */
    public static void plain(Connection connection, AccessEvent event) throws SQLException {
        AccessLog.append(connection, event, POLICY);
    }

    /** The chain's place; as the superuser. */
    public static void makeChain(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(
                    "create table public.log_chain (n bigint generated always as identity primary key, hash bytea not null)");
            statement.execute("insert into public.log_chain (hash) values (sha256(''))");
            statement.execute("grant usage on schema public to himaye_app");
            statement.execute("grant select, insert on public.log_chain to himaye_app");
        }
    }

    /** @param connection does not commit by itself */
    public static void chained(Connection connection, AccessEvent event) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement link =
                        connection.prepareStatement("insert into public.log_chain (hash) values (?)")) {
            statement.execute("select pg_advisory_xact_lock(" + CHAIN_LOCK + ")");
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (ResultSet last = statement.executeQuery("select hash from public.log_chain order by n desc limit 1")) {
                last.next();
                digest.update(last.getBytes(1));
            }
            AccessLog.append(connection, event, POLICY);
            link.setBytes(1, digest.digest(event.toString().getBytes(StandardCharsets.UTF_8)));
            link.executeUpdate();
            connection.commit();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
