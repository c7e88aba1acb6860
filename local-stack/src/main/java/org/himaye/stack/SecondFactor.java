package org.himaye.stack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one-time codes of a demo person (RFC 6238, six digits, a new one every 30 seconds). The secret stands in the demo's people
 * file, which a real installation never reads.
 */
public final class SecondFactor {

    private static final String PEOPLE = "realm/himaye-users-0.json";
    private static final int PERIOD_SECONDS = 30;
    private static final int LIMIT = 1_000_000;

    private final byte[] secret;

    /** @param secret as the device keeps it */
    public SecondFactor(byte[] secret) {
        this.secret = secret.clone();
    }

    /**
     * The second factor of a demo person.
     *
     * @return empty for somebody who signs in by password alone
     * @throws StackProblem when the demo has nobody of this name
     */
    public static Optional<SecondFactor> of(String name) {
        for (JsonElement each : people().getAsJsonArray("users")) {
            JsonObject person = each.getAsJsonObject();
            if (person.get("username").getAsString().equals(name)) {
                return secret(person).map(SecondFactor::new);
            }
        }
        throw new StackProblem("The demo has nobody of the name " + name + ".");
    }

    private static Optional<byte[]> secret(JsonObject person) {
        for (JsonElement each : person.getAsJsonArray("credentials")) {
            JsonObject credential = each.getAsJsonObject();
            if (credential.get("type").getAsString().equals("otp")) {
                JsonObject data = JsonParser.parseString(
                                credential.get("secretData").getAsString())
                        .getAsJsonObject();
                // Keycloak takes the letters themselves as the key, not base 32.
                return Optional.of(data.get("value").getAsString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    private static JsonObject people() {
        try (var in = SecondFactor.class.getClassLoader().getResourceAsStream(PEOPLE)) {
            if (in == null) {
                throw new StackProblem("The demo's people are missing: run ./himaye run, which builds them");
            }
            return JsonParser.parseString(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (IOException e) {
            throw new StackProblem("The demo's people cannot be read: " + e.getMessage(), e);
        }
    }

    /** The number of the 30 seconds in which a moment lies. */
    public static long window(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), (long) PERIOD_SECONDS);
    }

    /** The code of a window. */
    public String code(long window) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(window).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0x0F) & Integer.MAX_VALUE;
            return String.format("%06d", number % LIMIT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
