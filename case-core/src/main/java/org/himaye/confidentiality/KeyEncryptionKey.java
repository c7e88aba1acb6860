package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/**
 * The key-encryption keys of an installation's folder: in a token when {@code pkcs11.properties} says so, else in {@code kek.json}. What
 * was wrapped before an installation moved from one to the other is unwrapped as long as both are there.
 */
public final class KeyEncryptionKey {

    /** Put here, the token's file only unwraps: for the way back from a token to a file. */
    private static final String BEFORE = "before";

    private KeyEncryptionKey() {}

    /**
     * The key that wraps now, and all that can unwrap.
     *
     * @param keys the installation's folder of keys
     * @throws KeysUnavailable when the one that wraps cannot be used
     */
    public static Aead in(Path keys) {
        List<Aead> all = new ArrayList<>();
        if (isInToken(keys)) {
            all.addAll(new Pkcs11Token(keys).keys());
        }
        if (all.isEmpty() || Files.exists(file(keys))) {
            all.add(KeysetFile.read(file(keys)));
        }
        if (Files.exists(keys.resolve(BEFORE).resolve(Pkcs11Token.FILE))) {
            all.addAll(new Pkcs11Token(keys.resolve(BEFORE)).keys());
        }
        return all.size() == 1 ? all.getFirst() : new FirstWraps(all);
    }

    /** Whether a token wraps. */
    public static boolean isInToken(Path keys) {
        return Files.exists(keys.resolve(Pkcs11Token.FILE));
    }

    /** The token's key that wraps, alone; made when the token has none of that name. */
    public static Aead ofToken(Path keys) {
        Pkcs11Token token = new Pkcs11Token(keys);
        token.makeMissing();
        return token.keys().getFirst();
    }

    private static Path file(Path keys) {
        return keys.resolve("kek.json");
    }

    private record FirstWraps(List<Aead> keys) implements Aead {

        @Override
        public byte[] encrypt(byte[] plain, byte[] place) throws GeneralSecurityException {
            return keys.getFirst().encrypt(plain, place);
        }

        @Override
        public byte[] decrypt(byte[] sealed, byte[] place) throws GeneralSecurityException {
            GeneralSecurityException refused = null;
            for (Aead key : keys) {
                try {
                    return key.decrypt(sealed, place);
                } catch (GeneralSecurityException e) {
                    refused = e;
                }
            }
            throw refused;
        }
    }
}
