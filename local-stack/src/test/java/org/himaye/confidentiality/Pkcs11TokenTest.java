package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.himaye.stack.SoftHsm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key-encryption key in a real token (SoftHSM). */
class Pkcs11TokenTest {

    private static final byte[] TEXT = "a wrapped keyset".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLACE = "PERSON|1".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final String label = "kek-" + UUID.randomUUID();

    @BeforeEach
    void aToken() throws Exception {
        SoftHsm.tell(folder, label);
    }

    @Test
    void whatItSealedOpensInItsPlaceAndUnchangedOnly() throws Exception {
        Aead key = KeyEncryptionKey.ofToken(folder);
        byte[] sealed = key.encrypt(TEXT, PLACE);

        assertArrayEquals(TEXT, key.decrypt(sealed, PLACE));
        assertArrayEquals(TEXT, KeyEncryptionKey.in(folder).decrypt(sealed, PLACE), "after a restart");
        assertFalse(Arrays.equals(sealed, key.encrypt(TEXT, PLACE)), "no nonce serves twice");
        assertFalse(HexFormat.of().formatHex(sealed).contains(HexFormat.of().formatHex(TEXT)));
        assertThrows(GeneralSecurityException.class, () -> key.decrypt(sealed, TEXT));
        for (int each = 0; each < sealed.length; each++) {
            byte[] changed = sealed.clone();
            changed[each] ^= 1;
            assertThrows(GeneralSecurityException.class, () -> key.decrypt(changed, PLACE));
        }
        assertThrows(GeneralSecurityException.class, () -> key.decrypt(Arrays.copyOf(sealed, 20), PLACE));
    }

    @Test
    void theKeyNeverLeavesTheToken() throws Exception {
        KeyEncryptionKey.ofToken(folder);
        Provider provider = Security.getProvider("SunPKCS11")
                .configure("--name=look\n"
                        + Files.readString(folder.resolve("pkcs11.properties"))
                                .lines()
                                .findFirst()
                                .orElseThrow()
                        + "\nslotListIndex=0\n");
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, Files.readString(folder.resolve("pkcs11.pin")).strip().toCharArray());

        assertTrue(store.containsAlias(label));
        assertNull(store.getKey(label, null).getEncoded());
    }

    @Test
    void theTokenIsAskedForAKeysetAndNeverForAField() throws Exception {
        AeadConfig.register();
        Aead token = KeyEncryptionKey.ofToken(folder);
        int[] asked = new int[1];
        Aead counted = new Aead() {
            @Override
            public byte[] encrypt(byte[] plain, byte[] place) throws GeneralSecurityException {
                asked[0]++;
                return token.encrypt(plain, place);
            }

            @Override
            public byte[] decrypt(byte[] sealed, byte[] place) throws GeneralSecurityException {
                asked[0]++;
                return token.decrypt(sealed, place);
            }
        };
        KeyOwner owner = KeyOwner.person(UUID.randomUUID());
        byte[] wrapped = SealingKeys.wrap(
                owner,
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                counted);
        Aead fields = SealingKeys.unwrap(owner, wrapped, counted);
        for (int each = 0; each < 50; each++) {
            fields.decrypt(fields.encrypt(TEXT, PLACE), PLACE);
        }

        assertEquals(2, asked[0]);
    }

    @Test
    void aNewLabelWrapsAndTheOneBeforeStillUnwraps() throws Exception {
        byte[] before = KeyEncryptionKey.ofToken(folder).encrypt(TEXT, PLACE);
        SoftHsm.tell(folder, "new-" + label + " " + label);
        Aead primary = KeyEncryptionKey.ofToken(folder);
        Aead all = KeyEncryptionKey.in(folder);

        assertThrows(GeneralSecurityException.class, () -> primary.decrypt(before, PLACE));
        assertArrayEquals(TEXT, all.decrypt(before, PLACE));
        assertArrayEquals(TEXT, primary.decrypt(all.encrypt(TEXT, PLACE), PLACE));
    }

    @Test
    void aPinThatOthersMayReadAWrongOneAndAMissingKeyAreRefused() throws Exception {
        assertThrows(KeysUnavailable.class, () -> KeyEncryptionKey.in(folder), "no key yet");
        KeyEncryptionKey.ofToken(folder);
        Path pin = folder.resolve("pkcs11.pin");
        Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("r--r-----"));
        assertThrows(KeysUnavailable.class, () -> KeyEncryptionKey.in(folder));
        Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-------"));
        assertNotEquals(null, KeyEncryptionKey.in(folder));
        Files.writeString(folder.resolve("pkcs11.properties"), "library = /nowhere.so\nkeys = " + label);
        assertThrows(KeysUnavailable.class, () -> KeyEncryptionKey.in(folder));
    }
}
