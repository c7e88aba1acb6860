package org.himaye.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * By this key the application proves to the database for whom a transaction works (docs/adr/0018). Nothing that is stored depends on
 * it: a lost one is made anew, and every start tells the database the one that lies here.
 */
final class ContextKey {

    private static final int BYTES = 32;
    private static final int BLOCK = 64;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private final byte[] key;

    private ContextKey(byte[] key) {
        this.key = key;
    }

    static ContextKey of(Places places) throws IOException {
        Path file = places.keys().resolve("context.key");
        if (!Files.exists(file)) {
            byte[] bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            PrivateFile.write(file, HexFormat.of().formatHex(bytes), "r--------");
        }
        return new ContextKey(HexFormat.of().parseHex(Files.readString(file).strip()));
    }

    /** @param owner a connection that may write the owner's tables */
    void tell(Connection owner) throws SQLException {
        try (var statement = owner.prepareStatement(
                "insert into himaye.context_key (inner_pad, outer_pad) values (?, ?)"
                        + " on conflict (only_row) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad")) {
            statement.setBytes(1, pad(INNER));
            statement.setBytes(2, pad(OUTER));
            statement.executeUpdate();
        }
    }

    /** As RFC 2104 has it for a key that is shorter than a block. */
    private byte[] pad(byte with) {
        byte[] pad = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            pad[i] = (byte) ((i < key.length ? key[i] : 0) ^ with);
        }
        return pad;
    }
}
