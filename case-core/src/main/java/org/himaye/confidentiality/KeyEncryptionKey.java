package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import java.nio.file.Path;

/** The key-encryption key of an installation, for work on the keys outside of the server. */
public final class KeyEncryptionKey {

    private KeyEncryptionKey() {}

    /**
     * @param keys the installation's folder of keys
     * @throws KeysUnavailable when it cannot be read
     */
    public static Aead in(Path keys) {
        return KeysetFile.read(keys.resolve("kek.json"));
    }
}
