package org.himaye.confidentiality;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs for the database, which has the same key, for whom a transaction works. The file {@code context.key} lies beside the other
 * keys; whoever has it can meet every row, but opens none without {@code kek.json}.
 */
@ApplicationScoped
class ContextKey {

    private static final String HMAC = "HmacSHA256";

    private SecretKeySpec key;

    /**
     * @return the text with its signature behind it
     * @throws KeysUnavailable when the key cannot be read
     */
    String signed(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key());
            return text + "|" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new KeysUnavailable("a row context cannot be signed", e);
        }
    }

    private synchronized SecretKeySpec key() {
        if (key == null) {
            Path file = Path.of(System.getProperty("himaye.keys", "keys"), "context.key");
            try {
                key = new SecretKeySpec(
                        HexFormat.of().parseHex(Files.readString(file).strip()), HMAC);
            } catch (IOException | IllegalArgumentException e) {
                throw new KeysUnavailable("the key of row contexts cannot be read from the configured folder", e);
            }
        }
        return key;
    }
}
