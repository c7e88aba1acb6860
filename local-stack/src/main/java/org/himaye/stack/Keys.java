package org.himaye.stack;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.UUID;
import org.himaye.confidentiality.KeyEncryptionKey;

/** The keys of an installation: the key-encryption key, without which all data is lost, and the key with which the client signs in. */
final class Keys {

    private static final int P256_BYTES = 32;

    private final Path kek;
    private final Path client;

    Keys(Places places) {
        this.kek = places.keys().resolve("kek.json");
        this.client = places.clientKey();
    }

    /**
     * Never makes a key-encryption key where there is data: the stored values would open under none.
     *
     * @return whether the key-encryption key was made just now
     */
    boolean makeMissing(boolean dataExists) throws IOException, GeneralSecurityException {
        boolean made = false;
        if (!dataExists && KeyEncryptionKey.isInToken(kek.getParent())) {
            KeyEncryptionKey.ofToken(kek.getParent());
        } else if (!dataExists && !Files.exists(kek)) {
            PrivateFile.write(kek, keyset(), "r--------");
            made = true;
        }
        if (!Files.exists(client)) {
            PrivateFile.write(client, clientKey(), "r--------");
        }
        return made;
    }

    private static String keyset() throws GeneralSecurityException {
        AeadConfig.register();
        KeysetHandle keyset =
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private static String clientKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var point = ((ECPublicKey) pair.getPublic()).getW();
        var jwk = new JsonObject();
        jwk.addProperty("kty", "EC");
        jwk.addProperty("crv", "P-256");
        jwk.addProperty("use", "sig");
        jwk.addProperty("alg", "ES256");
        jwk.addProperty("kid", UUID.randomUUID().toString());
        jwk.addProperty("x", base64(point.getAffineX()));
        jwk.addProperty("y", base64(point.getAffineY()));
        jwk.addProperty("d", base64(((ECPrivateKey) pair.getPrivate()).getS()));
        return jwk.toString();
    }

    /** The public half, as a key set, for the realm. */
    String publicKeySet() throws IOException {
        JsonObject jwk = JsonParser.parseString(Files.readString(client)).getAsJsonObject();
        jwk.remove("d");
        var keys = new JsonArray();
        keys.add(jwk);
        var set = new JsonObject();
        set.add("keys", keys);
        return set.toString();
    }

    private static String base64(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] fixed = new byte[P256_BYTES];
        int length = Math.min(signed.length, P256_BYTES);
        System.arraycopy(signed, signed.length - length, fixed, P256_BYTES - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }
}
