package org.himaye.keeping;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Seals one backup: a fresh key for it, wrapped by the installation's key-encryption key, under which each file stands bound to its
 * backup and name. So a folder that is lost tells nobody even that a person exists, and a file cannot be changed or exchanged.
 */
final class BackupKey {

    private final String backup;
    private final Aead kek;
    private final KeysetHandle keyset;

    private BackupKey(String backup, Aead kek, KeysetHandle keyset) {
        this.backup = backup;
        this.kek = kek;
        this.keyset = keyset;
    }

    static Aead kek(String json) throws GeneralSecurityException {
        AeadConfig.register();
        return TinkJsonProtoKeysetFormat.parseKeyset(json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    static BackupKey make(String backup, Aead kek) throws GeneralSecurityException {
        StreamingAeadConfig.register();
        return new BackupKey(
                backup,
                kek,
                KeysetHandle.generateNew(
                        PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB, RegistryConfiguration.get()));
    }

    /** @throws GeneralSecurityException when it was wrapped by another key */
    static BackupKey open(String backup, Aead kek, String wrapped) throws GeneralSecurityException {
        StreamingAeadConfig.register();
        return new BackupKey(
                backup,
                kek,
                TinkProtoKeysetFormat.parseEncryptedKeyset(
                        Base64.getDecoder().decode(wrapped), kek, bound(backup, "key"), RegistryConfiguration.get()));
    }

    String wrapped() throws GeneralSecurityException {
        return Base64.getEncoder()
                .encodeToString(TinkProtoKeysetFormat.serializeEncryptedKeyset(
                        keyset, kek, bound(backup, "key"), RegistryConfiguration.get()));
    }

    OutputStream sealing(OutputStream out, String file) throws GeneralSecurityException, IOException {
        return streaming().newEncryptingStream(out, bound(backup, file));
    }

    InputStream opening(InputStream in, String file) throws GeneralSecurityException, IOException {
        return streaming().newDecryptingStream(in, bound(backup, file));
    }

    private StreamingAead streaming() throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }

    byte[] seal(String manifest) throws GeneralSecurityException {
        return kek.encrypt(Hashes.of(manifest), bound(backup, Manifest.FILE));
    }

    boolean sealed(String manifest, byte[] seal) {
        try {
            return Arrays.equals(Hashes.of(manifest), kek.decrypt(seal, bound(backup, Manifest.FILE)));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] bound(String backup, String file) {
        return ("himaye backup|" + backup + "|" + file).getBytes(StandardCharsets.UTF_8);
    }
}
