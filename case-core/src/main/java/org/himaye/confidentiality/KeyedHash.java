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
 * What two equal texts have in common and nobody without the key can compute (blind index, security.md 2.2 (v)): HMAC-SHA256, cut to 64
 * bits. Only for values that nobody guesses by their frequency: numbers, and a family name together with a day of birth. The file {@code
 * search.key} lies beside the other keys.
 */
@ApplicationScoped
public class KeyedHash {

    private static final String HMAC = "HmacSHA256";
    private static final int KEPT = 8;

    /** What is hashed; equal texts of different uses have nothing in common. */
    public enum Use {
        DOCUMENT,
        TELEPHONE,
        FAMILY_NAME_AND_BIRTH,
        /** By which the bank's number of a payment is known again. */
        BANK_REFERENCE,
        /** Whom the lot draws: a family name and a case. */
        LOT,
        /** What somebody searched for, as the access log keeps it. */
        QUERY,
        /** By which a seed is known again. */
        SEED
    }

    private SecretKeySpec key;

    /**
     * @param text in its normal form
     * @return 16 hexadecimal digits
     * @throws KeysUnavailable when the key cannot be read
     */
    public String of(Use use, String text) {
        byte[] ofUse = hmac(key(), use.name());
        return HexFormat.of().formatHex(hmac(new SecretKeySpec(ofUse, HMAC), text), 0, KEPT);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new KeysUnavailable("a value cannot be hashed", e);
        }
    }

    private synchronized SecretKeySpec key() {
        if (key == null) {
            Path file = Path.of(System.getProperty("himaye.keys", "keys"), "search.key");
            try {
                key = new SecretKeySpec(
                        HexFormat.of().parseHex(Files.readString(file).strip()), HMAC);
            } catch (IOException | IllegalArgumentException e) {
                throw new KeysUnavailable("the key of hashed values cannot be read from the configured folder", e);
            }
        }
        return key;
    }
}
