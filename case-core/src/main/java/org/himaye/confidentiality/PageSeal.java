package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/**
 * Seals what a page must carry through the browser and bring back unchanged. The key is an account's of the machine, so that what a
 * page carries is still good after a restart and on another server.
 */
@ApplicationScoped
public class PageSeal {

    @Inject
    private SealingKeys keys;

    private Aead key;

    /** @param use what it is for; sealed for one use it does not open for another */
    public String seal(String use, String text) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(key().encrypt(bytes(text), bytes(use)));
        } catch (GeneralSecurityException e) {
            throw new KeysUnavailable("a page cannot be sealed", e);
        }
    }

    /** @return empty when it was not sealed here, or changed, or for another use */
    public Optional<String> open(String use, String sealed) {
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(
                    key().decrypt(Base64.getUrlDecoder().decode(sealed), bytes(use)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private synchronized Aead key() {
        if (key == null) {
            key = keys.ofMachine();
        }
        return key;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
