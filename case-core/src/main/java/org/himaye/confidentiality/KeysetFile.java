package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Key-encryption keys in a Tink keyset file, readable by the server's account alone, outside database and EAR. */
final class KeysetFile {

    private KeysetFile() {}

    static Aead read(Path file) {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeysUnavailable("kek.json cannot be read in the configured folder", e);
        }
    }
}
