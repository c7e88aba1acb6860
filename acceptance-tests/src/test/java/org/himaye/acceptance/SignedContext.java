package org.himaye.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the application tells the database at the beginning of a transaction, signed with the stack's key or with another. */
final class SignedContext {

    private SignedContext() {}

    /** Of a person of the demo, good for a minute. */
    static String of(DemoPerson person, UUID institution, String role) {
        return of(person.sub(), institution, role, Instant.now().plusSeconds(60));
    }

    static String of(UUID account, UUID institution, String role, Instant until) {
        return signed(
                account + "|" + institution + "|" + role + "|||" + until.getEpochSecond() + "|" + UUID.randomUUID());
    }

    static String ofJob(String job) {
        return signed("||||" + job + "|" + Instant.now().plusSeconds(60).getEpochSecond() + "|" + UUID.randomUUID());
    }

    private static String signed(String text) {
        try {
            return signed(
                    text,
                    HexFormat.of()
                            .parseHex(Files.readString(
                                            Himaye.stack().places().keys().resolve("context.key"))
                                    .strip()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(String text, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return text + "|" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
