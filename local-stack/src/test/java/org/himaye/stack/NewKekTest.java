package org.himaye.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.himaye.confidentiality.KeyEncryptionKey;
import org.himaye.migrations.Installation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new key-encryption key on a real database (security.md 2.2 (iii): re-wrap rows only). */
class NewKekTest {

    private static final int OWNERS = 1100;
    private static final byte[] PLACE = "person|family_name".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    private static Places places;
    private static Database database;

    private final Map<String, byte[]> sealed = new HashMap<>();

    @BeforeAll
    static void start() throws Exception {
        places = SmallDatabase.places(folder.resolve("var"));
        database = SmallDatabase.in(places, SmallDatabase.ports());
        new Keys(places).makeMissing(false);
        database.start();
        database.migrate(Installation.DEMO);
    }

    @AfterAll
    static void stop() {
        database.stop();
    }

    @BeforeEach
    void peopleWithAKeyEach() throws Exception {
        try (Connection himaye = database.superuser("himaye");
                var insert = himaye.prepareStatement(
                        "insert into himaye.sealing_key (id, owner_kind, owner_id, epoch, wrapped) values (gen_random_uuid(), 'PERSON', ?, 1, ?)")) {
            himaye.createStatement().execute("delete from himaye.sealing_key");
            Aead kek = kek(file());
            for (int i = 0; i < OWNERS; i++) {
                UUID person = UUID.randomUUID();
                var key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
                insert.setObject(1, person);
                insert.setBytes(
                        2,
                        TinkProtoKeysetFormat.serializeEncryptedKeyset(
                                key, kek, bound("PERSON|" + person), RegistryConfiguration.get()));
                insert.addBatch();
                sealed.put(
                        "PERSON|" + person,
                        key.getPrimitive(RegistryConfiguration.get(), Aead.class)
                                .encrypt(bound("PERSON|" + person), PLACE));
            }
            insert.executeBatch();
        }
    }

    @Test
    void theNewKeyOpensAllAndTheOldOneNothingAndNoSealedValueChanged() throws Exception {
        String before = file();
        List<Long> told = new ArrayList<>();
        assertEquals(OWNERS, bring(told::add));

        assertEquals(List.of(500L, 1000L, 1100L), told);
        assertNotEquals(before, file());
        assertEquals(OWNERS, opened(kek(file())));
        assertEquals(0, opened(kek(before)));
        assertEquals(
                "r--------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(places.keys().resolve("kek.json"))));
    }

    @Test
    void theKeyBeforeStaysForItsBackupsAndTheOneBeforeThatGoes() throws Exception {
        Aead first = kek(file());
        byte[] backup = first.encrypt(PLACE, PLACE);
        bring(done -> {});
        assertTrue(opens(kek(file()), backup));
        bring(done -> {});
        assertThrows(GeneralSecurityException.class, () -> kek(file()).decrypt(backup, PLACE));
        assertEquals(2, keys());
    }

    @Test
    void whatWasBrokenOffGoesOnWithTheSameNewKey() throws Exception {
        int known = keys();
        assertThrows(
                Broken.class,
                () -> bring(done -> {
                    throw new Broken();
                }));
        assertEquals(known + 1, keys(), "the key that opens the rest was dropped");
        assertEquals(OWNERS, opened(kek(file())), "the server opens everything in between");

        assertEquals(OWNERS - 500, bring(done -> {}));
        assertEquals(2, keys());
        assertEquals(OWNERS, opened(kek(file())));
    }

    @Test
    void brokenOffAfterTheLastKeyItOnlyTidies() throws Exception {
        bring(done -> {});
        Aead before = kek(file());
        byte[] backup = before.encrypt(PLACE, PLACE);
        assertThrows(
                Broken.class,
                () -> bring(done -> {
                    if (done == OWNERS) {
                        throw new Broken();
                    }
                }));
        assertEquals(3, keys());

        assertEquals(0, bring(done -> {}));
        assertEquals(2, keys());
        assertTrue(opens(kek(file()), backup), "the key of the backups before was dropped");
    }

    @Test
    void aKeyOfAnotherInstallationIsToldAndNothingIsDropped() throws Exception {
        try (Connection himaye = database.superuser("himaye")) {
            himaye.createStatement()
                    .execute(
                            "update himaye.sealing_key set owner_id = gen_random_uuid() where id = (select max(id::text)::uuid from himaye.sealing_key)");
        }
        int known = keys();
        var problem = assertThrows(StackProblem.class, () -> bring(done -> {}));
        assertTrue(problem.getMessage().contains("opened by no key of kek.json"), problem.getMessage());
        assertEquals(known, keys(), "a key was dropped that may open it");
        assertEquals(OWNERS - 1, opened(kek(file())));
    }

    @Test
    void aTokenTakesOverAndGivesBackAndEverythingOpensInBetween() throws Exception {
        Path keys = places.keys();
        String before = file();
        SoftHsm.tell(keys, "kek-" + UUID.randomUUID());
        KeyEncryptionKey.ofToken(keys);
        assertThrows(
                Broken.class,
                () -> bring(done -> {
                    throw new Broken();
                }));
        assertEquals(OWNERS, opened(KeyEncryptionKey.in(keys)), "the server opens everything in between");

        assertEquals(OWNERS - 500, bring(done -> {}));

        assertEquals(OWNERS, opened(KeyEncryptionKey.ofToken(keys)));
        assertEquals(0, opened(kek(file())));
        assertEquals(before, file(), "it opens the backups of its time");

        Path wayBack = Files.createDirectories(keys.resolve("before"));
        Files.move(keys.resolve("pkcs11.properties"), wayBack.resolve("pkcs11.properties"));
        Files.move(keys.resolve("pkcs11.pin"), wayBack.resolve("pkcs11.pin"));
        assertEquals(OWNERS, opened(KeyEncryptionKey.in(keys)), "the token still unwraps");

        assertEquals(OWNERS, bring(done -> {}));

        assertEquals(OWNERS, opened(kek(file())));
        Files.delete(wayBack.resolve("pkcs11.properties"));
    }

    private static final class Broken extends RuntimeException {}

    private static long bring(LongConsumer told) throws Exception {
        try (Connection himaye = database.superuser("himaye")) {
            return new NewKek(places).bring(himaye, told);
        }
    }

    /** How many values open, each with its owner's key. */
    private long opened(Aead kek) throws SQLException, GeneralSecurityException {
        long opened = 0;
        try (Connection himaye = database.superuser("himaye");
                var rows = himaye.createStatement()
                        .executeQuery("select owner_kind || '|' || owner_id, wrapped from himaye.sealing_key")) {
            while (rows.next()) {
                opened += opens(kek, rows.getString(1), rows.getBytes(2)) ? 1 : 0;
            }
        }
        return opened;
    }

    private boolean opens(Aead kek, String owner, byte[] wrapped) {
        try {
            byte[] text = TinkProtoKeysetFormat.parseEncryptedKeyset(
                            wrapped, kek, bound(owner), RegistryConfiguration.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class)
                    .decrypt(sealed.get(owner), PLACE);
            return owner.equals(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean opens(Aead kek, byte[] backup) throws GeneralSecurityException {
        return kek.decrypt(backup, PLACE).length == PLACE.length;
    }

    private static byte[] bound(String owner) {
        return owner.getBytes(StandardCharsets.UTF_8);
    }

    private static String file() throws Exception {
        return Files.readString(places.keys().resolve("kek.json"));
    }

    private static int keys() throws Exception {
        return keyset(file()).size();
    }

    private static Aead kek(String json) throws Exception {
        return keyset(json).getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static KeysetHandle keyset(String json) throws Exception {
        AeadConfig.register();
        return TinkJsonProtoKeysetFormat.parseKeyset(json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }
}
