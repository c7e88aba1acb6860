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
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;

/**
 * The key-encryption key in a Tink keyset file {@code kek.json}, readable by the server's account alone, outside database and
 * EAR. The folder is told by the system property {@code himaye.keys}.
 */
@ApplicationScoped
class KeysetFile implements KeyVault {

    private static final String UNREADABLE = "kek.json cannot be read in the configured folder";

    private Aead wrapping;
    private FileTime read;

    /** Read again when the file is another: a key that was put back is used without a restart, one that was taken away no more. */
    @Override
    public synchronized Aead wrapping() {
        Path file = Path.of(System.getProperty("himaye.keys", "keys"), "kek.json");
        try {
            FileTime now = Files.getLastModifiedTime(file);
            if (!now.equals(read)) {
                wrapping = read(file);
                read = now;
            }
        } catch (IOException e) {
            throw new KeysUnavailable(UNREADABLE, e);
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
            throw new KeysUnavailable(UNREADABLE, e);
        }
    }
}
