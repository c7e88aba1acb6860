package org.himaye.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells the database for whom a transaction works, by the same statement and the same signature as the application. */
public final class SignedContext {

    private static final String HMAC = "HmacSHA256";
    private static final int GOOD_FOR_SECONDS = 60;

    private final SecretKeySpec key;

    /** @param keys the installation's folder of keys */
    public SignedContext(Path keys) throws IOException {
        this.key = new SecretKeySpec(
                HexFormat.of()
                        .parseHex(Files.readString(keys.resolve("context.key")).strip()),
                HMAC);
    }

    public void tell(Connection connection, UUID account, UUID institution, String role)
            throws SQLException, GeneralSecurityException {
        try (PreparedStatement tell = connection.prepareStatement("select set_config('himaye.context', ?, true)")) {
            tell.setString(1, signed(account, institution, role));
            tell.execute();
        }
    }

    /** @return what the database is told */
    public String signed(UUID account, UUID institution, String role) throws GeneralSecurityException {
        String text = account + "|" + institution + "|" + role + "|||"
                + Instant.now().plusSeconds(GOOD_FOR_SECONDS).getEpochSecond() + "|" + UUID.randomUUID();
        Mac mac = Mac.getInstance(HMAC);
        mac.init(key);
        return text + "|" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
