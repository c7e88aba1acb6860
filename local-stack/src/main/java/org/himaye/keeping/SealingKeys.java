package org.himaye.keeping;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * The table of wrapped keys, which travels with the keys and not with the data: who was erased has no row in it any more, so data of
 * before that opens with today's keys as far as it still may, and no further.
 */
final class SealingKeys {

    /** Whose keys the data speaks of, while a restore runs. */
    static final String OWNERS = "keeping_owner";

    private static final String KEYS = "keeping_key";
    private static final String TABLE = "himaye.sealing_key";
    private static final String KEY = "wrapped";
    private static final String FIRST_COLUMNS = "id, owner_kind, owner_id, wrapped";
    private static final String COLUMNS = FIRST_COLUMNS + ", epoch";

    /** A wrapped keyset has some hundred bytes. */
    private static final int LONGEST_LINE = 64 * 1024;

    private SealingKeys() {}

    static boolean isTable(String table) {
        return table.equals(TABLE);
    }

    static String withoutKey(String table, String columns) {
        return isTable(table)
                ? Arrays.stream(columns.split(","))
                        .filter(column -> !column.equals(KEY))
                        .collect(Collectors.joining(","))
                : columns;
    }

    /** @return how many */
    static long write(Connection connection, OutputStream out) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy " + TABLE + " (" + COLUMNS + ") to stdout", out);
    }

    /**
     * Tries every key.
     *
     * @throws GeneralSecurityException when the key-encryption key does not open one, or one was moved to another owner
     */
    static void demandOpen(Aead kek, InputStream keys) throws IOException, GeneralSecurityException {
        var lines = new BufferedReader(new InputStreamReader(keys, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] row = line.split("\t");
            // PostgreSQL writes \x, and the backslash twice.
            byte[] wrapped = HexFormat.of().parseHex(row[3].substring("\\\\x".length()));
            TinkProtoKeysetFormat.parseEncryptedKeyset(
                    wrapped,
                    kek,
                    (row[1] + "|" + row[2]).getBytes(StandardCharsets.UTF_8),
                    RegistryConfiguration.get());
        }
    }

    /** For {@link #complete}, in the transaction of the restore. */
    static void load(Connection connection, InputStream keys) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table " + KEYS
                            + " (id uuid primary key, owner_kind text, owner_id uuid, wrapped bytea, epoch integer) on commit drop");
        }
        var table = new BufferedInputStream(keys, LONGEST_LINE);
        String columns = tellsEpochs(table) ? COLUMNS : FIRST_COLUMNS;
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy pg_temp." + KEYS + " (" + columns + ") from stdin", table);
    }

    /** Keys files of the first versions do not; owners had one key then. */
    private static boolean tellsEpochs(BufferedInputStream table) throws IOException {
        table.mark(LONGEST_LINE);
        int tabs = 0;
        for (int each = table.read(); each >= 0 && each != '\n'; each = table.read()) {
            tabs += each == '\t' ? 1 : 0;
        }
        table.reset();
        return tabs == COLUMNS.split(",").length - 1;
    }

    /**
     * Puts the keys beside their owners; an owner without a key was erased.
     *
     * @throws KeepingProblem when the keys are those of after a renewal: nothing would open
     */
    static void complete(Connection connection, String columns) throws SQLException {
        long renewed = Long.parseLong(Snapshot.text(
                connection,
                "select count(*)::text from pg_temp." + OWNERS + " o join pg_temp." + KEYS + " k using (id)"
                        + " where k.epoch <> o.epoch"));
        if (renewed > 0) {
            throw new KeepingProblem(
                    renewed + " owners of this backup got new keys between it and these keys, which do not"
                            + " open it: take the keys file that was made with it");
        }
        try (var statement = connection.createStatement()) {
            statement.execute("insert into " + TABLE + " (" + columns + "," + KEY + ") select "
                    + Arrays.stream(columns.split(",")).map("o."::concat).collect(Collectors.joining(","))
                    + ", k.wrapped"
                    + " from pg_temp." + OWNERS + " o join pg_temp." + KEYS + " k using (id)");
        }
    }

    /** Owners of the data who have no key any more: erased since. In the transaction of {@link #complete}. */
    static List<UUID> lacking(Connection connection) throws SQLException {
        return Snapshot.texts(
                        connection,
                        "select distinct o.owner_id::text from pg_temp." + OWNERS + " o left join pg_temp." + KEYS
                                + " k using (id) where k.id is null")
                .stream()
                .map(UUID::fromString)
                .toList();
    }
}
