package org.himaye.stack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.himaye.keeping.DatabaseSchema;
import org.himaye.keeping.KeepingProblem;
import org.himaye.keeping.Manifest;
import org.himaye.keeping.Restore;
import org.himaye.keeping.ThisVersion;
import org.himaye.migrations.Installation;
import org.himaye.migrations.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is taken while somebody writes, what it refuses, and what a restore makes of it (F23, T9). */
class KeepingTest {

    private static final UUID PERSON = UUID.fromString("20000000-0000-0000-0000-000000000001");
    private static final String NAME = "Zqxkanary";
    private static final byte[] PLACE =
            ("person|family_name|" + PERSON + "|PERSON|" + PERSON + "|1").getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private static Places places;
    private static Ports ports;
    private static Database database;
    private static Path backup;
    private static Path keys;
    private static Manifest manifest;

    @BeforeAll
    static void backUpWhileSomebodyWrites() throws Exception {
        places = SmallDatabase.places(folder.resolve("var"));
        ports = SmallDatabase.ports();
        database = SmallDatabase.in(places, ports);
        new Keys(places).makeMissing(false);
        database.start();
        database.migrate(Installation.DEMO);
        fill();
        Files.writeString(places.keys().resolve("log.signed"), "1 of another time\n");
        backup = folder.resolve("monday");
        keys = folder.resolve("monday.keys");
        var written = new CountDownLatch(20);
        var enough = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            while (!enough.get()) {
                writeEventWithItsCase();
                written.countDown();
            }
        });
        written.await();
        manifest = keeper().backup(backup, keys, true);
        enough.set(true);
        writer.join();
    }

    @AfterAll
    static void stop() {
        database.stop();
    }

    /** Of the installation that runs, to back it up. */
    private static Keeper keeper() {
        return new Keeper(places, ports, new Progress(System.out));
    }

    /** Of another folder, to restore into it. */
    private static Keeper keeper(Places places) {
        return new Keeper(places, SmallDatabase.ports(), new Progress(System.out));
    }

    /** One person whose name is sealed as the application seals it, and somebody who can sign in. */
    private static void fill() throws Exception {
        var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
        byte[] wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(
                keyset,
                kek(places),
                ("PERSON|" + PERSON).getBytes(StandardCharsets.UTF_8),
                RegistryConfiguration.get());
        byte[] name = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class)
                .encrypt(NAME.getBytes(StandardCharsets.UTF_8), PLACE);
        try (Connection himaye = database.superuser("himaye");
                Connection keycloak = database.superuser("keycloak")) {
            try (var key = himaye.prepareStatement(
                    "insert into himaye.sealing_key (id, owner_kind, owner_id, epoch, wrapped) values (gen_random_uuid(), 'PERSON', ?, 1, ?)")) {
                key.setObject(1, PERSON);
                key.setBytes(2, wrapped);
                key.executeUpdate();
            }
            try (var person = himaye.prepareStatement("insert into himaye.person (id, version, created_at, created_by,"
                    + " updated_at, updated_by, pseudonym, family_name, age_basis, age_band, sex, languages)"
                    + " values (?, 0, now(), ?, now(), ?, 'Lalə-7', ?, 'STATED', 'ADULT', 'F', 'az')")) {
                person.setObject(1, PERSON);
                person.setObject(2, PERSON);
                person.setObject(3, PERSON);
                person.setBytes(4, name);
                person.executeUpdate();
            }
            himaye.createStatement()
                    .execute(
                            "insert into himaye.signin_session (id, sub, role, permissions, client) select gen_random_uuid(), sub, role, '{}', 'desktop'"
                                    + " from himaye.staff limit 1");
            keycloak.createStatement()
                    .execute("set role keycloak; create table public.user_entity (id text primary key, username text);"
                            + " insert into public.user_entity values ('1', E'tab\\tand\\\\line\\nend'), ('2', null)");
        }
    }

    private static void writeEventWithItsCase() {
        try (Connection connection = database.superuser("himaye")) {
            connection.setAutoCommit(false);
            UUID id = UUID.randomUUID();
            try (var event = connection.prepareStatement(
                            "insert into himaye.access_event (id, act, action, fields, classes, outcome, row_count)"
                                    + " values (?, 'case.read', 'VIEW', '{}', '{}', 'ALLOWED', 1)");
                    var link = connection.prepareStatement(
                            "insert into himaye.access_event_case (event_id, case_id) values (?, gen_random_uuid())")) {
                event.setObject(1, id);
                event.executeUpdate();
                link.setObject(1, id);
                link.executeUpdate();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Aead kek(Places of) throws Exception {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                        Files.readString(of.keys().resolve("kek.json")),
                        RegistryConfiguration.get(),
                        InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** Where the clock shows another hour: moments stand in partitions and functions, too. */
    private static void elsewhere(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set timezone = 'Asia/Baku'");
        }
    }

    @Test
    void whatIsRestoredIsWhatWasThereAndItsKeysOpenIt() throws Exception {
        Places restoredPlaces = SmallDatabase.places(folder.resolve("restored"));
        Restore restore = keeper(restoredPlaces).restore(backup, keys, false, false);
        assertEquals(0, restore.erased());
        Database restored = SmallDatabase.in(restoredPlaces, SmallDatabase.ports());
        restored.start();
        try (Connection himaye = restored.superuser("himaye");
                Connection keycloak = restored.superuser("keycloak");
                Connection here = database.superuser("himaye");
                Connection keycloakHere = database.superuser("keycloak")) {
            elsewhere(here);
            assertEquals(DatabaseSchema.of(here), DatabaseSchema.of(himaye));
            assertEquals(DatabaseSchema.of(keycloakHere), DatabaseSchema.of(keycloak));
            assertEquals(List.of(), differing(here, himaye));
            assertEquals(
                    texts(keycloakHere, "select to_jsonb(t)::text from public.user_entity t order by 1"),
                    texts(keycloak, "select to_jsonb(t)::text from public.user_entity t order by 1"));

            String unpaired = "select count(*)::text from himaye.access_event e full join himaye.access_event_case c"
                    + " on c.event_id = e.id where e.act = 'case.read' and c.event_id is null or e.id is null";
            assertEquals(
                    List.of("0"), texts(himaye, unpaired), "a snapshot never shows half of what was written together");
            assertTrue(
                    manifest.rows().get("himaye").entrySet().stream()
                                    .filter(table -> table.getKey().startsWith("himaye.access_event_case_"))
                                    .mapToLong(Map.Entry::getValue)
                                    .sum()
                            >= 20,
                    "somebody wrote meanwhile");
            assertEquals(
                    List.of("keeping.backup EXPORT SYSTEM ALLOWED", "keeping.restore UPDATE SYSTEM ALLOWED"),
                    texts(
                            himaye,
                            "select concat_ws(' ', act, action, role, outcome) from himaye.access_event where act like 'keeping.%' order by seq"));
            assertEquals(
                    List.of("LOG_TAKEN_OVER"),
                    texts(himaye, "select reason from himaye.access_event where act = 'keeping.restore'"));
            assertTrue(Files.readString(restoredPlaces.keys().resolve("log.signed"))
                    .startsWith("0 "));
            assertEquals(
                    List.of("t"),
                    texts(
                            himaye,
                            "select max(seq) filter (where act = 'keeping.restore') > max(seq) filter (where act <> 'keeping.restore')"
                                    + " from himaye.access_event"),
                    "the sequence goes on");
            assertEquals(
                    List.of("0"),
                    texts(himaye, "select count(*)::text from himaye.signin_session where ended_at is null"));

            byte[] wrapped = bytes(himaye, "select wrapped from himaye.sealing_key");
            Aead person = TinkProtoKeysetFormat.parseEncryptedKeyset(
                            wrapped,
                            kek(restoredPlaces),
                            ("PERSON|" + PERSON).getBytes(StandardCharsets.UTF_8),
                            RegistryConfiguration.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
            assertEquals(
                    NAME,
                    new String(
                            person.decrypt(bytes(himaye, "select family_name from himaye.person"), PLACE),
                            StandardCharsets.UTF_8));
        } finally {
            restored.stop();
        }
        assertArrayEquals(Files.readAllBytes(places.clientKey()), Files.readAllBytes(restoredPlaces.clientKey()));
        assertEquals(
                Secrets.load(places.secrets(), false).of(Secrets.KEYCLOAK_ADMIN),
                Secrets.load(restoredPlaces.secrets(), false).of(Secrets.KEYCLOAK_ADMIN));
        assertEquals(
                "r--------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(restoredPlaces.keys().resolve("kek.json"))));
        var again =
                assertThrows(StackProblem.class, () -> keeper(restoredPlaces).restore(backup, keys, false, false));
        assertTrue(again.getMessage().contains("holds an installation already"), again.getMessage());
    }

    /** {@code ./himaye accept-log}, while people work. */
    @Test
    void theOperatorTakesTheLogOverAndAnEventSaysSo() throws Exception {
        assertEquals(0, keeper().acceptLog(true));

        assertTrue(Files.readString(places.keys().resolve("log.signed")).startsWith("0 "));
        String told =
                "select outcome || ' ' || reason from himaye.access_event where act = 'keeping.keys' order by seq";
        try (Connection himaye = database.superuser("himaye")) {
            assertEquals(List.of("ALLOWED LOG_TAKEN_OVER"), texts(himaye, told));

            himaye.createStatement()
                    .execute("set session_replication_role = replica; update himaye.log_position set size = 3");
            assertThrows(KeepingProblem.class, () -> keeper().acceptLog(true));
            himaye.createStatement().execute("update himaye.log_position set size = 0");

            assertEquals(
                    List.of("ALLOWED LOG_TAKEN_OVER", "ALLOWED LOG_TAKEN_OVER", "FAILED LOG_UNPROVED"),
                    texts(himaye, told));
            assertTrue(Files.readString(places.keys().resolve("log.signed")).startsWith("0 "));
        }
    }

    /** Tables whose rows differ, apart from those that grow by themselves. */
    private static List<String> differing(Connection one, Connection other) throws SQLException {
        var differing = new ArrayList<String>();
        for (String table : texts(
                one,
                "select oid::regclass::text from pg_class where relkind = 'r' and relnamespace::regnamespace::text in ('himaye', 'public')"
                        + " and relname !~ '^access_event|^signin_session$|^databasechangeloglock$'")) {
            String rows = "select to_jsonb(t)::text from " + table + " t order by 1";
            if (!texts(one, rows).equals(texts(other, rows))) {
                differing.add(table);
            }
        }
        return differing;
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (found.next()) {
                texts.add(found.getString(1));
            }
            return texts;
        }
    }

    private static byte[] bytes(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            return found.getBytes(1);
        }
    }

    @Test
    void keysOfAfterARenewalAreRefusedForABackupOfBefore() throws Exception {
        Path later = folder.resolve("renewed.keys");
        try (Connection himaye = database.superuser("himaye")) {
            himaye.createStatement().execute("update himaye.sealing_key set epoch = epoch + 1");
            keeper().backup(folder.resolve("renewed"), later, true);
            himaye.createStatement().execute("update himaye.sealing_key set epoch = epoch - 1");
        }
        Places other = SmallDatabase.places(folder.resolve("other"));

        var refused = assertThrows(KeepingProblem.class, () -> keeper(other).restore(backup, later, false, false));

        assertTrue(refused.getMessage().contains("take the keys file that was made with it"), refused.getMessage());
    }

    @Test
    void nobodyElseReadsIt() throws Exception {
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
        var names = new ArrayList<String>();
        try (Stream<Path> files = Files.list(backup)) {
            for (Path file : files.sorted().toList()) {
                names.add(file.getFileName().toString());
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        assertEquals(List.of("himaye.sealed", "keycloak.sealed", "manifest.json", "manifest.seal"), names);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)));
        // A stolen folder shows no row at all, packed or not: sealed bytes do not shrink.
        for (String name : List.of("himaye.sealed", "keycloak.sealed")) {
            byte[] content = Files.readAllBytes(backup.resolve(name));
            for (String text : List.of("PK\u0003\u0004", "rows/", "pseudonym", "Caseworker")) {
                assertFalse(new String(content, StandardCharsets.ISO_8859_1).contains(text), name + " shows " + text);
            }
        }
    }

    @Test
    void whatWasChangedIsRefused() throws Exception {
        refused("himaye.sealed is not what was written", copy -> flip(copy.resolve("himaye.sealed")), keys);
        refused("keycloak.sealed is missing", copy -> Files.delete(copy.resolve("keycloak.sealed")), keys);
        refused("has no manifest.json", copy -> Files.delete(copy.resolve("manifest.json")), keys);
        refused(
                "its manifest is not what was written",
                copy -> replace(copy.resolve("manifest.json"), "\"himaye.person\": 1", "\"himaye.person\": 2"),
                keys);
        refused("its manifest is not what was written", copy -> Files.delete(copy.resolve("manifest.seal")), keys);
        refused(
                "made by a later version (db/changelog/person/0009-later.sql)",
                copy -> replace(copy.resolve("manifest.json"), "person/0001-person.sql", "person/0009-later.sql"),
                keys);
        refused(
                "made by a later version (keycloak 99.0)",
                copy -> replace(
                        copy.resolve("manifest.json"),
                        "\"keycloak\": \"" + Versions.all().get("keycloak"),
                        "\"keycloak\": \"99.0"),
                keys);
    }

    @Test
    void withoutItsKeysNothingIsOpened() throws Exception {
        refused("the keys are missing", copy -> {}, folder.resolve("nowhere.keys"));
        Path damaged = folder.resolve("damaged.keys");
        Files.copy(keys, damaged);
        flip(damaged);
        refused("is no keys file, or is damaged", copy -> {}, damaged);

        Places others = SmallDatabase.places(folder.resolve("others"));
        others.prepare();
        new Keys(others).makeMissing(false);
        Path foreign = withKek(Files.readString(others.keys().resolve("kek.json")));
        refused("is no keys file, or is damaged", copy -> {}, foreign);
    }

    /** The keys file with another key-encryption key than its table was wrapped with. */
    private static Path withKek(String kek) throws Exception {
        Path foreign = folder.resolve("foreign.keys");
        Files.copy(keys, foreign, StandardCopyOption.REPLACE_EXISTING);
        try (var zip = FileSystems.newFileSystem(foreign)) {
            Files.writeString(zip.getPath("keys/kek.json"), kek);
        }
        return foreign;
    }

    @Test
    void keysThatCouldBringSomebodyBackAreRefused() {
        var here = new ThisVersion(Migrations.files(), Versions.all());
        Instant late = Instant.now().plus(Duration.ofDays(32));
        var problem = assertThrows(KeepingProblem.class, () -> Restore.verified(backup, keys, here, late, false));
        assertTrue(problem.getMessage().contains("whoever was erased since would come back"), problem.getMessage());
        assertEquals(
                manifest.id(),
                Restore.verified(backup, keys, here, late, true).manifest().id());
    }

    /** The newest keys open older data, and whoever was erased in between stays erased. */
    @Test
    void whoWasErasedAfterTheBackupStaysErased() throws Exception {
        UUID erased = UUID.randomUUID();
        UUID person = UUID.randomUUID();
        giveKey(erased);
        change(
                "insert into himaye.person (id, version, created_at, created_by, updated_at, updated_by, pseudonym, age_basis, age_band, sex,"
                        + " languages) values ('" + person + "', 0, now(), '" + person + "', now(), '" + person
                        + "', 'Nar-9', 'STATED', 'ADULT', 'FEMALE', 'az')");
        change(
                "insert into himaye.case_file (id, version, created_at, created_by, updated_at, updated_by, case_number, person_id,"
                        + " institution_id, status, urgency, anonymous_mode, opened_at) select '" + erased
                        + "', 0, now(), '" + person
                        + "', now(), '" + person + "', 'V-AAAAAA-B', '" + person
                        + "', i.id, 'CLOSED', 'NORMAL', false, now() from himaye.institution i order by i.id limit 1");
        Path older = folder.resolve("older");
        Path olderKeys = folder.resolve("older.keys");
        keeper().backup(older, olderKeys, true);
        change("delete from himaye.sealing_key where owner_id = '" + erased + "'");
        Path newer = folder.resolve("newer");
        Path newerKeys = folder.resolve("newer.keys");
        keeper().backup(newer, newerKeys, true);

        var problem = assertThrows(
                KeepingProblem.class,
                () -> keeper(SmallDatabase.places(folder.resolve("back"))).restore(newer, olderKeys, false, false));
        assertTrue(problem.getMessage().contains("is older than the backup"), problem.getMessage());

        Places back = SmallDatabase.places(folder.resolve("back"));
        Restore restore = keeper(back).restore(older, newerKeys, false, false);
        assertEquals(1, restore.erased());
        Database restored = SmallDatabase.in(back, SmallDatabase.ports());
        restored.start();
        try (Connection himaye = restored.superuser("himaye")) {
            assertEquals(List.of(PERSON.toString()), texts(himaye, "select owner_id::text from himaye.sealing_key"));
            assertEquals(
                    List.of("V-AAAAAA-B ERASED_BEFORE"),
                    texts(
                            himaye,
                            "select case_number || ' ' || erased_rule from himaye.case_file where person_id is null"));
            assertEquals(List.of(PERSON.toString()), texts(himaye, "select id::text from himaye.person"));
        } finally {
            restored.stop();
            change("delete from himaye.case_file where id = '" + erased + "'");
            change("delete from himaye.person where id = '" + person + "'");
        }
    }

    private static void giveKey(UUID owner) throws Exception {
        var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
        byte[] wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(
                keyset, kek(places), ("CASE|" + owner).getBytes(StandardCharsets.UTF_8), RegistryConfiguration.get());
        try (Connection himaye = database.superuser("himaye");
                var key = himaye.prepareStatement(
                        "insert into himaye.sealing_key (id, owner_kind, owner_id, epoch, wrapped) values (gen_random_uuid(), 'CASE', ?, 1, ?)")) {
            key.setObject(1, owner);
            key.setBytes(2, wrapped);
            key.executeUpdate();
        }
    }

    @Test
    void aBackupOverwritesNothingAndLeavesNothingHalf() throws Exception {
        backupRefused("is there already", backup, folder.resolve("other.keys"));
        backupRefused("is there already", folder.resolve("other"), keys);
        backupRefused("would be lost with it", places.var().resolve("inside"), folder.resolve("other.keys"));
        backupRefused("is no folder in which", folder.resolve("nowhere/other"), folder.resolve("other.keys"));
        backupRefused("must not lie in the backup", folder.resolve("other"), folder.resolve("other/keys"));

        change("update public.databasechangeloglock set locked = true");
        try {
            backupRefused("just being brought to a new version", folder.resolve("other"), folder.resolve("other.keys"));
        } finally {
            change("update public.databasechangeloglock set locked = false");
        }
        change("create view himaye.odd as select 1 as one");
        try {
            backupRefused(
                    "does not know yet, so none is made: view himaye.odd",
                    folder.resolve("other"),
                    folder.resolve("other.keys"));
        } finally {
            change("drop view himaye.odd");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    left.map(Path::getFileName)
                            .map(Path::toString)
                            .filter(name -> name.startsWith("other.") || name.equals("other") || name.endsWith(".half"))
                            .toList());
        }
        try (Connection himaye = database.superuser("himaye")) {
            assertEquals(
                    List.of("FAILED NOT_WRITTEN", "FAILED NOT_WRITTEN"),
                    texts(
                            himaye,
                            "select outcome || ' ' || reason from himaye.access_event where act = 'keeping.backup' and outcome <> 'ALLOWED'"));
        }
    }

    private static void backupRefused(String because, Path target, Path keysTarget) {
        var problem = assertThrows(KeepingProblem.class, () -> keeper().backup(target, keysTarget, true));
        assertTrue(problem.getMessage().contains(because), problem.getMessage());
    }

    /** The role that copies writes its own two events and nothing else; it reads, and changes nothing. */
    @Test
    @Tag("ASVS-13.2.2")
    void whoCopiesCannotWriteTheLogOtherwise() throws Exception {
        try (Connection keeper = database.keeper("himaye");
                var statement = keeper.createStatement()) {
            for (String sql : List.of(
                    "insert into himaye.access_event (id, act, action, fields, classes, outcome, row_count)"
                            + " values (gen_random_uuid(), 'x', 'VIEW', '{}', '{}', 'ALLOWED', 0)",
                    "update himaye.person set pseudonym = 'x'",
                    "delete from himaye.sealing_key",
                    "select himaye.record_keeping('case.read', 'ALLOWED', null)")) {
                var refused = assertThrows(SQLException.class, () -> statement.execute(sql), sql);
                assertEquals("42501", refused.getSQLState(), sql);
            }
        }
        try (Connection app = DriverManager.getConnection(
                        database.url("himaye"),
                        Secrets.APP,
                        Secrets.load(places.secrets(), false).of(Secrets.APP));
                var statement = app.createStatement()) {
            var refused = assertThrows(
                    SQLException.class,
                    () -> statement.execute("select himaye.record_keeping('keeping.backup', 'ALLOWED', null)"));
            assertEquals("42501", refused.getSQLState());
        }
    }

    @FunctionalInterface
    private interface Change {
        void to(Path copy) throws IOException;
    }

    private static void refused(String because, Change change, Path withKeys) throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy-" + UUID.randomUUID()));
        for (String name : List.of("himaye.sealed", "keycloak.sealed", "manifest.json", "manifest.seal")) {
            Files.copy(backup.resolve(name), copy.resolve(name));
        }
        change.to(copy);
        Places empty = SmallDatabase.places(folder.resolve("empty"));
        var problem = assertThrows(KeepingProblem.class, () -> keeper(empty).restore(copy, withKeys, false, false));
        assertTrue(problem.getMessage().contains(because), problem.getMessage());
        assertEquals(1, problem.getMessage().lines().count());
        assertFalse(Files.exists(empty.var()), "nothing was touched");
    }

    private static void flip(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
    }

    private static void replace(Path file, String text, String by) throws IOException {
        String before = Files.readString(file);
        assertTrue(before.contains(text), text);
        Files.writeString(file, before.replace(text, by));
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = database.superuser("himaye")) {
            connection.createStatement().execute(sql);
        }
    }
}
