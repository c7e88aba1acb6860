package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The key-encryption key in a Tink keyset file {@code kek.json}, readable by the server's account alone, outside database and
 * EAR. The folder is told by the system property {@code himaye.keys}.
 */
@ApplicationScoped
class KeysetFile implements KeyVault {

    private Aead wrapping;

    @Override
    public synchronized Aead wrapping() {
        if (wrapping == null) {
            wrapping = read(Path.of(System.getProperty("himaye.keys", "keys"), "kek.json"));
        }
        return wrapping;
    }

    static Aead read(Path file) {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeysUnavailable("the key-encryption key cannot be read from the configured folder", e);
        }
    }
}
