package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.himaye.stack.MigratedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Owners' keys on a real database, with a value in every sealed column that there is. */
class NewOwnerKeysTest {

    @TempDir
    private static Path folder;

    private static MigratedDatabase migrated;

    private final UUID caseId = UUID.randomUUID();
    private final UUID personId = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private Connection database;
    private Connection second;
    private Aead kek;
    private SealedDatabase stored;
    private Map<KeyOwner, Integer> all;

    @BeforeAll
    static void start() throws Exception {
        migrated = new MigratedDatabase(folder.resolve("var"));
    }

    @AfterAll
    static void stop() {
        migrated.close();
    }

    @BeforeEach
    void twoCases() throws Exception {
        database = migrated.superuser();
        second = migrated.superuser();
        kek = KeyEncryptionKey.in(migrated.keys());
        stored = new SealedDatabase(database, kek).begin();
        stored.fill(caseId, personId);
        stored.fill(other, UUID.randomUUID());
        all = stored.opened(kek);
        assertTrue(
                all.keySet().containsAll(Set.of(KeyOwner.caseFile(caseId), KeyOwner.person(personId))), all::toString);
        assertTrue(
                all.keySet().stream().map(KeyOwner::kind).distinct().count() == KeyOwner.Kind.values().length,
                all::toString);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
        second.close();
    }

    private NewOwnerKeys renewal() {
        return new NewOwnerKeys(second, kek, Duration.ZERO);
    }

    @Test
    void afterwardsEverythingOpensAndNoSealedColumnHoldsAValueUnderAnOldKey() throws Exception {
        Set<String> before = stored.prefixes();
        List<Long> told = new ArrayList<>();

        NewOwnerKeys.Done done = renewal().bring(Set.of(), told::add);

        Set<String> after = stored.prefixes();
        assertEquals(all.size(), done.owners());
        assertEquals(all.values().stream().mapToLong(each -> each).sum(), done.values());
        assertEquals(done.values(), told.getLast());
        assertEquals(all, stored.opened(kek));
        assertEquals(before.size(), after.size());
        before.retainAll(after);
        assertEquals(Set.of(), before, "keys of before");
        assertEquals(all.size(), stored.count("select count(*) from himaye.sealing_key"));
        onlyOneKeyEach();
    }

    private void onlyOneKeyEach() throws Exception {
        for (KeyOwner owner : all.keySet()) {
            byte[] wrapped = SealingKeys.wrapped(database, List.of(owner)).get(owner);
            assertEquals(1, SealingKeys.keyset(owner, wrapped, kek).size(), owner::toString);
        }
    }

    @Test
    void whatWasBrokenOffInTheMiddleOpensAndGoesOn() throws Exception {
        Set<String> before = stored.prefixes();
        assertThrows(
                Broken.class,
                () -> renewal().bring(Set.of(), values -> {
                    throw new Broken();
                }));
        assertEquals(all, stored.opened(kek), "the server opens everything in between");
        Set<String> between = stored.prefixes();
        assertTrue(between.size() > before.size(), "nothing was under way");
        second.close();
        second = migrated.superuser();

        NewOwnerKeys.Done done = renewal().bring(Set.of(), values -> {});

        assertEquals(all.size(), done.owners());
        assertTrue(done.values() < all.values().stream().mapToLong(each -> each).sum(), "it began anew");
        assertEquals(all, stored.opened(kek));
        Set<String> after = stored.prefixes();
        assertTrue(after.stream().noneMatch(before::contains));
        onlyOneKeyEach();
    }

    @Test
    void oneCaseAloneGetsNewKeys() throws Exception {
        stored.execute("update himaye.case_file set case_number = 'V-TEST' where id = '" + caseId + "'");
        Set<UUID> owners = renewal().ownersOf(List.of("V-TEST"));
        assertTrue(owners.containsAll(Set.of(caseId, personId)) && !owners.contains(other), owners::toString);
        byte[] untouched = wrapped(KeyOwner.caseFile(other));

        renewal().bring(owners, values -> {});

        assertEquals(all, stored.opened(kek));
        assertTrue(java.util.Arrays.equals(untouched, wrapped(KeyOwner.caseFile(other))));
    }

    @Test
    void aValueThatSomebodyWritesMeanwhileIsNotOverwrittenAndTheOldKeyWaitsForTheirTransaction() throws Exception {
        String aim = "select encode(aim, 'hex') from himaye.plan_goal where case_id = '" + caseId + "'";
        stored.execute("begin");
        String written;
        try (var read = database.createStatement().executeQuery(aim)) {
            read.next();
            written = read.getString(1);
        }
        CompletableFuture<NewOwnerKeys.Done> done = CompletableFuture.supplyAsync(() -> {
            try {
                return renewal().bring(Set.of(), values -> {});
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        try (Connection third = migrated.superuser()) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () -> {
                        while (sameAs(third, aim, written)) {
                            Thread.sleep(20);
                        }
                    },
                    "the value was never sealed under the new key");
        }
        // A server writes back what it has read, under the key of before.
        stored.execute("update himaye.plan_goal set aim = '\\x" + written + "' where case_id = '" + caseId + "'");
        assertThrows(
                TimeoutException.class,
                () -> done.get(300, TimeUnit.MILLISECONDS),
                "the old key left before the one who still wrote under it");
        stored.execute("commit");

        done.join();

        assertEquals(all, stored.opened(kek));
        onlyOneKeyEach();
    }

    private static boolean sameAs(Connection connection, String sql, String value) throws Exception {
        try (var read = connection.createStatement().executeQuery(sql)) {
            return read.next() && read.getString(1).equals(value);
        }
    }

    @Test
    void aValueThatDoesNotOpenKeepsItsOwnersOldKeyAndIsTold() throws Exception {
        stored.execute("update himaye.plan_goal set aim = indicator where case_id = '" + caseId + "'");

        NewOwnerKeys.Done done = renewal().bring(Set.of(), values -> {});

        assertEquals(Set.of(caseId), done.kept());
        assertEquals(all.size() - 1, done.owners());
        all.merge(KeyOwner.caseFile(caseId), -1, Integer::sum);
        assertEquals(all, stored.opened(kek));
    }

    /** Issue 4: with the data directory but without the keys nothing opens; with one case's key only that case opens. */
    @Test
    void withoutTheKeyEncryptionKeyNothingOpensAndWithOneKeyOnlyWhatItsOwnerHas() throws Exception {
        Aead another = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        assertEquals(Map.of(), stored.opened(another));

        KeyOwner one = KeyOwner.caseFile(caseId);
        byte[] stolen = SealingKeys.wrap(one, SealingKeys.keyset(one, wrapped(one), kek), another);
        for (KeyOwner each : all.keySet()) {
            // Tried on every row: as if it were everybody's key.
            byte[] moved = SealingKeys.wrap(each, SealingKeys.keyset(one, stolen, another), another);
            try (var update = database.prepareStatement(
                    "update himaye.sealing_key set wrapped = ? where owner_kind = ? and owner_id = ?")) {
                update.setBytes(1, moved);
                update.setString(2, each.kind().name());
                update.setObject(3, each.id());
                update.executeUpdate();
            }
        }

        assertEquals(Map.of(one, all.get(one)), stored.opened(another));
    }

    @Test
    void everyColumnOfBytesIsSealedOrKnownNotToBe() throws Exception {
        Set<String> columns = new HashSet<>();
        try (var read = database.createStatement()
                .executeQuery("select table_name || '.' || column_name from information_schema.columns"
                        + " where table_schema = 'himaye' and data_type = 'bytea'")) {
            while (read.next()) {
                columns.add(read.getString(1));
            }
        }
        for (SealedRows rows : SealedRows.all()) {
            rows.attributes().forEach(each -> assertTrue(columns.remove(rows.table() + "." + each.column())));
        }
        assertEquals(
                Set.of(
                        "sealing_key.wrapped",
                        "signin_session.renewal",
                        // Under a key of its own, which stands sealed in its document.
                        "document_chunk.content",
                        // Hashes of the log, which tell nothing.
                        "log_leaf.hash",
                        "log_node.hash",
                        "context_key.inner_pad",
                        "context_key.outer_pad"),
                columns,
                "a new column of bytes that no entity seals: new owner keys would forget it");
    }

    private byte[] wrapped(KeyOwner owner) throws Exception {
        return SealingKeys.wrapped(database, List.of(owner)).get(owner);
    }

    private static final class Broken extends RuntimeException {}
}
