package org.himaye.confidentiality;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/**
 * A file that belongs to a row, sealed and opened in pieces of 64 KB under a key of its own, and bound to its row and owner: cut off,
 * put in another order or laid beside another row it does not open. Made by the {@link Gate} alone.
 */
public final class Content {

    static final int KEY_BYTES = 32;
    private static final int PIECE = 64 * 1024;

    private final StreamingAead key;
    private final byte[] place;

    Content(byte[] key, byte[] place) {
        this.key = primitive(key);
        this.place = place.clone();
    }

    private static StreamingAead primitive(byte[] key) {
        try {
            StreamingAeadConfig.register();
            AesGcmHkdfStreamingParameters parameters = AesGcmHkdfStreamingParameters.builder()
                    .setKeySizeBytes(KEY_BYTES)
                    .setDerivedAesGcmKeySizeBytes(KEY_BYTES)
                    .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                    .setCiphertextSegmentSizeBytes(PIECE)
                    .build();
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(AesGcmHkdfStreamingKey.create(
                                    parameters, SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get())))
                            .withRandomId()
                            .makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        } catch (GeneralSecurityException e) {
            throw new KeysUnavailable("the key of a content cannot be used", e);
        }
    }

    /** What is written comes sealed into the other stream, which is closed with it. */
    public OutputStream seal(OutputStream sealed) throws IOException {
        try {
            return key.newEncryptingStream(sealed, place);
        } catch (GeneralSecurityException e) {
            throw new KeysUnavailable("a content cannot be sealed", e);
        }
    }

    /** Reading ends with an exception where the content is not what was sealed. */
    public InputStream open(InputStream sealed) throws IOException {
        try {
            return key.newDecryptingStream(sealed, place);
        } catch (GeneralSecurityException e) {
            throw new KeysUnavailable("a content cannot be opened", e);
        }
    }
}
