package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Key-encryption keys that never leave a token (PKCS#11), told by {@code pkcs11.properties} beside the other keys: {@code library}, the
 * maker's library; {@code slotListIndex}, 0 without it; {@code pin}, a file that its owner alone may read, in the same folder unless its
 * path says otherwise; {@code keys}, labels of AES keys, of which the first wraps and all unwrap.
 */
final class Pkcs11Token {

    static final String FILE = "pkcs11.properties";

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int KEY_BITS = 256;

    private final Provider provider;
    private final KeyStore store;
    private final List<String> labels;

    /**
     * @param folder of {@code pkcs11.properties}
     * @throws KeysUnavailable when the token cannot be reached
     */
    Pkcs11Token(Path folder) {
        Properties told = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve(FILE))) {
            told.load(file);
            labels = List.of(told.getProperty("keys", "").strip().split("\\s+"));
            provider = Security.getProvider("SunPKCS11").configure(configuration(told));
            store = KeyStore.getInstance("PKCS11", provider);
            char[] pin = pin(folder.resolve(told.getProperty("pin", "pkcs11.pin")));
            try {
                store.load(null, pin);
            } finally {
                Arrays.fill(pin, ' ');
            }
        } catch (IOException | GeneralSecurityException | ProviderException e) {
            throw new KeysUnavailable("the token of " + FILE + " cannot be used", e);
        }
    }

    private static String configuration(Properties told) {
        return "--name=himaye\nlibrary=" + told.getProperty("library") + "\nslotListIndex="
                + told.getProperty("slotListIndex", "0")
                + "\nattributes(generate, CKO_SECRET_KEY, CKK_AES) = {"
                + " CKA_SENSITIVE = true CKA_EXTRACTABLE = false CKA_ENCRYPT = true CKA_DECRYPT = true }\n";
    }

    private static char[] pin(Path file) throws IOException {
        if (Files.getPosixFilePermissions(file).stream()
                .anyMatch(each -> each != PosixFilePermission.OWNER_READ && each != PosixFilePermission.OWNER_WRITE)) {
            throw new IOException("others may read the PIN");
        }
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(Files.readAllBytes(file)));
        char[] pin = new char[text.length()];
        text.get(pin);
        int end = pin.length;
        while (end > 0 && Character.isWhitespace(pin[end - 1])) {
            end--;
        }
        return Arrays.copyOf(pin, end);
    }

    /**
     * The keys that it has, the one that wraps first.
     *
     * @throws KeysUnavailable when that one is missing
     */
    List<Aead> keys() {
        List<Aead> keys = new ArrayList<>();
        try {
            for (String label : labels) {
                if (store.getKey(label, null) instanceof SecretKey key) {
                    keys.add(new InToken(provider, key));
                } else if (keys.isEmpty()) {
                    throw new KeysUnavailable("the token of " + FILE + " has no key " + label, null);
                }
            }
        } catch (GeneralSecurityException | ProviderException e) {
            throw new KeysUnavailable("the token of " + FILE + " cannot be used", e);
        }
        return keys;
    }

    /**
     * Makes the key that wraps, if the token does not have it.
     *
     * @return whether it was made
     */
    boolean makeMissing() {
        try {
            if (store.containsAlias(labels.getFirst())) {
                return false;
            }
            KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
            generator.init(KEY_BITS);
            store.setKeyEntry(labels.getFirst(), generator.generateKey(), null, null);
            return true;
        } catch (GeneralSecurityException | ProviderException e) {
            throw new KeysUnavailable("the token of " + FILE + " makes no key", e);
        }
    }

    /** AES-256-GCM done by the token: one byte that says so, a random nonce of twelve, ciphertext and tag. */
    private record InToken(Provider provider, SecretKey key) implements Aead {

        private static final byte KIND = 0x11;
        private static final int NONCE = 12;
        private static final int TAG_BITS = 128;
        private static final SecureRandom RANDOM = new SecureRandom();

        @Override
        public byte[] encrypt(byte[] plain, byte[] place) throws GeneralSecurityException {
            byte[] nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain, 0, place);
            return ByteBuffer.allocate(1 + NONCE + sealed.length)
                    .put(KIND)
                    .put(nonce)
                    .put(sealed)
                    .array();
        }

        @Override
        public byte[] decrypt(byte[] sealed, byte[] place) throws GeneralSecurityException {
            if (sealed.length < 1 + NONCE + TAG_BITS / Byte.SIZE || sealed[0] != KIND) {
                throw new AEADBadTagException("not sealed by a token");
            }
            return run(Cipher.DECRYPT_MODE, Arrays.copyOfRange(sealed, 1, 1 + NONCE), sealed, 1 + NONCE, place);
        }

        private byte[] run(int mode, byte[] nonce, byte[] text, int from, byte[] place)
                throws GeneralSecurityException {
            try {
                Cipher cipher = Cipher.getInstance(ALGORITHM, provider);
                cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
                cipher.updateAAD(place);
                return cipher.doFinal(text, from, text.length - from);
            } catch (ProviderException e) {
                throw new GeneralSecurityException("the token refused", e);
            }
        }
    }
}
