package org.himaye.stack;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.himaye.confidentiality.KeyEncryptionKey;

/**
 * A new key-encryption key: the owners' keys are wrapped anew, what these sealed is not touched. Broken off, it goes on where it was. Where
 * {@code pkcs11.properties} names a token, its key is the new one; without it a new one in {@code kek.json}.
 * The key before stays in {@code kek.json}, because the backups of its time are opened by it; the one before that leaves.
 */
final class NewKek {

    private static final int BATCH = 500;
    private static final int KEPT = 2;
    private static final UUID FIRST = new UUID(0, 0);

    private final Path file;

    NewKek(Places places) {
        this.file = places.keys().resolve("kek.json");
    }

    /** A row of {@code sealing_key} as it was read. */
    private record Wrapped(UUID id, String owner, byte[] key) {

        byte[] boundTo() {
            return owner.getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * @param himaye of the table's owner, nobody else writing
     * @param told how many are done, after each batch
     * @return how many keys were wrapped anew
     * @throws StackProblem when a stored key is opened by no key of the file; then nothing else is lost and nothing is dropped
     */
    long bring(Connection himaye, LongConsumer told) throws IOException, GeneralSecurityException, SQLException {
        AeadConfig.register();
        if (KeyEncryptionKey.isInToken(file.getParent())) {
            Aead token = KeyEncryptionKey.ofToken(file.getParent());
            return wrapAnew(himaye, token, KeyEncryptionKey.in(file.getParent()), told);
        }
        KeysetHandle all = read();
        boolean onlyToTidy = all.size() > KEPT;
        if (!onlyToTidy && !isBrokenOff(himaye, all)) {
            all = withNewPrimary(all);
            write(all);
        }
        long done = wrapAnew(himaye, aead(only(all)), KeyEncryptionKey.in(file.getParent()), told);
        write(withoutOld(all));
        return done;
    }

    /** What the primary key does not open, after each batch on the disk. */
    private static long wrapAnew(Connection himaye, Aead primary, Aead all, LongConsumer told)
            throws SQLException, GeneralSecurityException {
        long done = 0;
        himaye.setAutoCommit(false);
        for (List<Wrapped> page = page(himaye, FIRST);
                !page.isEmpty();
                page = page(himaye, page.getLast().id())) {
            List<Wrapped> waiting =
                    page.stream().filter(row -> !opens(primary, row)).toList();
            if (!waiting.isEmpty()) {
                wrap(himaye, waiting, all);
                himaye.commit();
                done += waiting.size();
                told.accept(done);
            }
        }
        return done;
    }

    /** Whether a key still waits for the primary one: an earlier run made that, and did not come to its end. */
    private static boolean isBrokenOff(Connection himaye, KeysetHandle all)
            throws SQLException, GeneralSecurityException {
        Aead primary = aead(only(all));
        for (List<Wrapped> page = page(himaye, FIRST);
                !page.isEmpty();
                page = page(himaye, page.getLast().id())) {
            if (!page.stream().allMatch(row -> opens(primary, row))) {
                return true;
            }
        }
        return false;
    }

    private static List<Wrapped> page(Connection himaye, UUID after) throws SQLException {
        try (PreparedStatement rows =
                himaye.prepareStatement("select id, owner_kind || '|' || owner_id, wrapped from himaye.sealing_key"
                        + " where id > ? order by id limit " + BATCH)) {
            rows.setObject(1, after);
            List<Wrapped> page = new ArrayList<>();
            try (ResultSet row = rows.executeQuery()) {
                while (row.next()) {
                    page.add(new Wrapped(row.getObject(1, UUID.class), row.getString(2), row.getBytes(3)));
                }
            }
            return page;
        }
    }

    private static boolean opens(Aead kek, Wrapped row) {
        try {
            TinkProtoKeysetFormat.parseEncryptedKeyset(row.key(), kek, row.boundTo(), RegistryConfiguration.get());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static void wrap(Connection himaye, List<Wrapped> batch, Aead kek)
            throws SQLException, GeneralSecurityException {
        try (PreparedStatement update =
                himaye.prepareStatement("update himaye.sealing_key set wrapped = ? where id = ?")) {
            for (Wrapped row : batch) {
                if (!opens(kek, row)) {
                    throw new StackProblem(
                            "The stored key of " + row.owner()
                                    + " is opened by no key of kek.json or the token: put the right one back; nothing was dropped");
                }
                KeysetHandle key = TinkProtoKeysetFormat.parseEncryptedKeyset(
                        row.key(), kek, row.boundTo(), RegistryConfiguration.get());
                update.setBytes(
                        1,
                        TinkProtoKeysetFormat.serializeEncryptedKeyset(
                                key, kek, row.boundTo(), RegistryConfiguration.get()));
                update.setObject(2, row.id());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static KeysetHandle withNewPrimary(KeysetHandle all) throws GeneralSecurityException {
        var builder = KeysetHandle.newBuilder(all);
        builder.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId());
        builder.getAt(builder.size() - 1).makePrimary();
        return builder.build();
    }

    private static KeysetHandle only(KeysetHandle all) throws GeneralSecurityException {
        var entry = KeysetHandle.importKey(all.getPrimary().getKey())
                .withFixedId(all.getPrimary().getId())
                .makePrimary();
        return KeysetHandle.newBuilder().addEntry(entry).build();
    }

    private static KeysetHandle withoutOld(KeysetHandle all) throws GeneralSecurityException {
        var builder = KeysetHandle.newBuilder(all);
        while (builder.size() > KEPT) {
            builder.deleteAt(0);
        }
        return builder.build();
    }

    private static Aead aead(KeysetHandle keyset) throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private KeysetHandle read() throws IOException, GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private void write(KeysetHandle keyset) throws IOException, GeneralSecurityException {
        PrivateFile.write(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()),
                "r--------");
    }
}
