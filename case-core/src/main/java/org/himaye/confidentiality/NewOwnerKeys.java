package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * New keys for owners, while people work. First each keyset gets a new primary key beside the old one, so that whatever is written from
 * then on stands under it; then all stored values are sealed again, each by a statement of its own that changes nothing which somebody
 * else has changed; and when nobody can hold a value or a keyset of before any more, the old keys leave in one transaction. Broken off at
 * any moment, the next run goes on: a keyset of two keys is one that waits.
 */
public final class NewOwnerKeys {

    private static final int PAGE = 500;
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final byte[] NO_PREFIX = {};

    private final Connection database;
    private final Aead kek;
    private final Duration grace;

    /**
     * @param database of a superuser, nobody else's; rows are changed behind the rules of their tables, which know nothing of keys
     * @param kek the key-encryption key
     * @param grace longer than any request takes from reading rows to opening them
     */
    public NewOwnerKeys(Connection database, Aead kek, Duration grace) {
        this.database = database;
        this.kek = kek;
        this.grace = grace;
    }

    /**
     * @param owners that got a new key
     * @param values that were sealed again in this run
     * @param kept owners whose old key stays, because a value of theirs does not open where it stands
     */
    public record Done(long owners, long values, Set<UUID> kept) {}

    private record Stored(UUID id, KeyOwner owner, byte[] wrapped) {}

    /** The owners that a case has: the case, its person, and the referrals that led to it. */
    public Set<UUID> ownersOf(Collection<String> numbers) throws SQLException {
        Set<UUID> owners = new HashSet<>();
        String sql = "with chosen as (select id, person_id from himaye.case_file where case_number = any (?))"
                + " select id from chosen union select person_id from chosen"
                + " union select r.id from himaye.referral r join chosen c on r.case_id = c.id";
        try (PreparedStatement select = database.prepareStatement(sql)) {
            select.setArray(1, database.createArrayOf("text", numbers.toArray()));
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    owners.add(found.getObject(1, UUID.class));
                }
            }
        }
        return owners;
    }

    /**
     * @param chosen owners; empty means all
     * @param told how many values are sealed again, after each page
     * @throws KeysUnavailable when a keyset does not unwrap; nothing is lost
     */
    public Done bring(Set<UUID> chosen, LongConsumer told)
            throws SQLException, GeneralSecurityException, InterruptedException {
        try (Statement session = database.createStatement()) {
            session.execute("set session_replication_role = replica");
            session.execute("set synchronous_commit = off");
            try (ResultSet answer = session.executeQuery("select pg_try_advisory_lock(hashtext('new-owner-keys'))")) {
                answer.next();
                if (!answer.getBoolean(1)) {
                    throw new IllegalStateException("it runs already");
                }
            }
        }
        forEachKeyset(stored -> {
            if (chosen.isEmpty() || chosen.contains(stored.owner().id())) {
                addPrimary(stored);
            }
        });
        long[] values = new long[1];
        Set<UUID> kept = pass(values, told);
        long before;
        do {
            before = values[0];
            waitUntilNobodyHoldsWhatWasBefore();
            kept = pass(values, told);
        } while (values[0] > before);
        return new Done(dropOld(kept), values[0], kept);
    }

    private interface Work {
        void on(Stored stored) throws SQLException, GeneralSecurityException;
    }

    private void forEachKeyset(Work work) throws SQLException, GeneralSecurityException {
        UUID after = new UUID(0, 0);
        List<Stored> page;
        do {
            page = keysets(after);
            for (Stored stored : page) {
                // What belongs to the machine is not stored.
                if (!stored.owner().equals(KeyOwner.MACHINE)) {
                    work.on(stored);
                }
            }
            after = page.isEmpty() ? after : page.getLast().id();
        } while (!page.isEmpty());
    }

    private List<Stored> keysets(UUID after) throws SQLException {
        List<Stored> page = new ArrayList<>();
        try (PreparedStatement select =
                database.prepareStatement("select id, owner_kind, owner_id, wrapped from himaye.sealing_key"
                        + " where id > ? order by id limit " + PAGE)) {
            select.setObject(1, after);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    KeyOwner owner =
                            new KeyOwner(KeyOwner.Kind.valueOf(found.getString(2)), found.getObject(3, UUID.class));
                    page.add(new Stored(found.getObject(1, UUID.class), owner, found.getBytes(4)));
                }
            }
        }
        return page;
    }

    private void addPrimary(Stored stored) throws SQLException, GeneralSecurityException {
        KeysetHandle keyset = SealingKeys.keyset(stored.owner(), stored.wrapped(), kek);
        if (keyset.size() > 1) {
            return;
        }
        KeysetHandle.Builder both = KeysetHandle.newBuilder(keyset);
        both.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary());
        replace(stored, both.build(), 1);
    }

    private boolean replace(Stored stored, KeysetHandle keyset, int epochs)
            throws SQLException, GeneralSecurityException {
        try (PreparedStatement update = database.prepareStatement(
                "update himaye.sealing_key set wrapped = ?, epoch = epoch + ? where id = ? and wrapped = ?")) {
            update.setBytes(1, SealingKeys.wrap(stored.owner(), keyset, kek));
            update.setInt(2, epochs);
            update.setObject(3, stored.id());
            update.setBytes(4, stored.wrapped());
            return update.executeUpdate() == 1;
        }
    }

    /** @return owners with a value that stands under an old key and does not open */
    private Set<UUID> pass(long[] values, LongConsumer told) throws SQLException {
        Set<UUID> kept = new HashSet<>();
        for (SealedRows table : SealedRows.all()) {
            table.forEachPage(database, rows -> {
                long before = values[0];
                Map<KeyOwner, KeysetHandle> waiting = waiting(rows);
                for (Row row : rows) {
                    KeysetHandle keyset = waiting.get(row.keyOwner());
                    if (keyset != null) {
                        values[0] += sealAgain(table, row, keyset, kept);
                    }
                }
                if (values[0] > before) {
                    told.accept(values[0]);
                }
            });
        }
        return kept;
    }

    /** The keysets of two keys among those of the rows' owners. */
    private Map<KeyOwner, KeysetHandle> waiting(List<Row> rows) throws SQLException {
        Map<KeyOwner, KeysetHandle> waiting = new HashMap<>();
        SealingKeys.wrapped(database, rows.stream().map(Row::keyOwner).collect(Collectors.toSet()))
                .forEach((owner, wrapped) -> {
                    KeysetHandle keyset = SealingKeys.keyset(owner, wrapped, kek);
                    if (keyset.size() > 1) {
                        waiting.put(owner, keyset);
                    }
                });
        return waiting;
    }

    private long sealAgain(SealedRows table, Row row, KeysetHandle keyset, Set<UUID> kept) throws SQLException {
        long again = 0;
        for (ClassifiedAttribute attribute : table.attributes()) {
            Sealed<?> stored = (Sealed<?>) attribute.stored(row);
            if (stored == null || begins(stored.ciphertext(), prefix(keyset.getPrimary()))) {
                continue;
            }
            byte[] place = attribute.associatedData(row, row.keyOwner());
            try {
                Aead key = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
                byte[] renewed = key.encrypt(key.decrypt(stored.ciphertext(), place), place);
                again += replace(table.table(), attribute.column(), row.id(), stored.ciphertext(), renewed);
            } catch (GeneralSecurityException broken) {
                kept.add(row.keyOwner().id());
            }
        }
        return again;
    }

    private int replace(String table, String column, UUID id, byte[] before, byte[] after) throws SQLException {
        try (PreparedStatement update = database.prepareStatement(
                "update himaye." + table + " set " + column + " = ? where id = ? and " + column + " = ?")) {
            update.setBytes(1, after);
            update.setObject(2, id);
            update.setBytes(3, before);
            return update.executeUpdate();
        }
    }

    private static byte[] prefix(KeysetHandle.Entry entry) {
        return entry.getKey() instanceof AeadKey key ? key.getOutputPrefix().toByteArray() : NO_PREFIX;
    }

    private static boolean begins(byte[] ciphertext, byte[] prefix) {
        return ciphertext.length >= prefix.length
                && Arrays.equals(ciphertext, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** Whoever read a row or a keyset before now has written or shown it, or has given up. */
    private void waitUntilNobodyHoldsWhatWasBefore() throws SQLException, InterruptedException {
        OffsetDateTime now;
        try (Statement ask = database.createStatement();
                ResultSet answer = ask.executeQuery("select clock_timestamp()")) {
            answer.next();
            now = answer.getObject(1, OffsetDateTime.class);
        }
        Thread.sleep(grace);
        while (worksSince(now)) {
            Thread.sleep(BETWEEN);
        }
    }

    private boolean worksSince(OffsetDateTime moment) throws SQLException {
        try (PreparedStatement ask = database.prepareStatement("select exists (select 1 from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid() and xact_start < ?)")) {
            ask.setObject(1, moment);
            try (ResultSet answer = ask.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    private long dropOld(Set<UUID> kept) throws SQLException, GeneralSecurityException {
        long[] dropped = new long[1];
        database.setAutoCommit(false);
        try (Statement session = database.createStatement()) {
            // With it, everything before is on the disk too.
            session.execute("set local synchronous_commit = on");
            forEachKeyset(stored -> {
                KeysetHandle keyset = SealingKeys.keyset(stored.owner(), stored.wrapped(), kek);
                if (keyset.size() > 1 && !kept.contains(stored.owner().id())) {
                    dropped[0] += replace(stored, onlyPrimary(keyset), 0) ? 1 : 0;
                }
            });
            database.commit();
        } catch (SQLException | GeneralSecurityException | RuntimeException failed) {
            database.rollback();
            throw failed;
        } finally {
            database.setAutoCommit(true);
        }
        return dropped[0];
    }

    private static KeysetHandle onlyPrimary(KeysetHandle keyset) {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
        for (int i = builder.size() - 1; i >= 0; i--) {
            if (!builder.getAt(i).isPrimary()) {
                builder.deleteAt(i);
            }
        }
        try {
            return builder.build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
