package org.himaye.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * By this key document numbers and telephones are hashed, so that they can be found again without being kept (docs/adr/0021). Whoever
 * has it can try numbers; a lost one makes those that were hashed with it unfindable until the person is saved again.
 */
final class SearchKey {

    private static final int BYTES = 32;

    private SearchKey() {}

    /** @return whether there was none */
    static boolean makeMissing(Places places) throws IOException {
        Path file = places.keys().resolve("search.key");
        if (Files.exists(file)) {
            return false;
        }
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        PrivateFile.write(file, HexFormat.of().formatHex(key), "r--------");
        return true;
    }
}
