package org.himaye.keeping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Makes an installation again from a backup that was verified before anything is touched.
 *
 * <p>Order of use: {@link #verified}, then the keys and passwords, then {@link #database} for each, then, after the migration to this
 * version, {@link #settle}.
 */
public final class Restore implements AutoCloseable {

    /** After this an erasure is complete also in what was kept of before: nobody may come back with old keys unnoticed. */
    static final Duration KEYS_KEPT = Duration.ofDays(30);

    private static final String ACT = "keeping.restore";

    private final Path folder;
    private final Manifest manifest;
    private final KeysFile keys;
    private final BackupKey key;
    private List<UUID> erased = List.of();

    private Restore(Path folder, Manifest manifest, KeysFile keys, BackupKey key) {
        this.folder = folder;
        this.manifest = manifest;
        this.keys = keys;
        this.key = key;
    }

    /**
     * @param keysPath the keys file
     * @param here what this version can read
     * @param oldKeys whether keys are accepted that may bring an erased person back
     * @throws KeepingProblem when anything is not as it was written, does not belong together or is of a later version
     */
    public static Restore verified(Path folder, Path keysPath, ThisVersion here, Instant now, boolean oldKeys) {
        try {
            String text = manifestOf(folder);
            Manifest manifest = Manifest.read(text);
            here.demandReads(manifest);
            demandFiles(folder, manifest);
            if (!Files.exists(keysPath)) {
                throw new KeepingProblem("The files are whole, but the keys are missing (" + keysPath
                        + "): name the file with ./himaye restore DIR KEYS. Without it nothing can be opened; all that can be"
                        + " said is: " + manifest.summary());
            }
            KeysFile keys = KeysFile.open(keysPath);
            try {
                BackupKey key = opened(folder, text, manifest, keys);
                demandAge(manifest, keys, now, oldKeys);
                return new Restore(folder, manifest, keys, key);
            } catch (IOException | RuntimeException e) {
                keys.close();
                throw e;
            }
        } catch (IOException e) {
            throw new KeepingProblem(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String manifestOf(Path folder) throws IOException {
        Path file = folder.resolve(Manifest.FILE);
        if (!Files.isRegularFile(file)) {
            throw new KeepingProblem(folder + " is no backup: it has no " + Manifest.FILE);
        }
        return Files.readString(file);
    }

    private static void demandFiles(Path folder, Manifest manifest) throws IOException {
        for (var each : manifest.files().entrySet()) {
            Path file = folder.resolve(each.getKey());
            if (!file.normalize().getParent().equals(folder.normalize()) || !Files.isRegularFile(file)) {
                throw new KeepingProblem(
                        "The backup is not complete: " + each.getKey() + " is missing. Take another backup");
            }
            if (Files.size(file) != each.getValue().bytes()
                    || !Hashes.of(file).equals(each.getValue().sha256())) {
                throw new KeepingProblem("The backup was changed or damaged: " + each.getKey()
                        + " is not what was written. Take another backup");
            }
        }
    }

    private static BackupKey opened(Path folder, String text, Manifest manifest, KeysFile keys) throws IOException {
        if (!keys.installation().equals(manifest.installation())) {
            throw new KeepingProblem(keys + " holds the keys of another installation: take those of this one");
        }
        try {
            BackupKey key = BackupKey.open(manifest.id(), keys.kek(), manifest.key());
            Path seal = folder.resolve(Manifest.SEAL);
            if (!Files.isRegularFile(seal) || !key.sealed(text, Files.readAllBytes(seal))) {
                throw new KeepingProblem(
                        "The backup was changed: its manifest is not what was written. Take another backup");
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new KeepingProblem(keys + " does not open this backup: take the keys of this installation", e);
        }
    }

    private static void demandAge(Manifest manifest, KeysFile keys, Instant now, boolean oldKeys) {
        if (keys.made().isBefore(manifest.at())) {
            throw new KeepingProblem(
                    keys + " is older than the backup and lacks keys of it: take the newest keys file");
        }
        long days = Duration.between(keys.made(), now).toDays();
        if (days > KEYS_KEPT.toDays() && !oldKeys) {
            throw new KeepingProblem(
                    "The keys are " + days + " days old: whoever was erased since would come back. Take the"
                            + " newest keys file, which opens older backups too; if there is none, add --old-keys and erase again");
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /** Names of the files of the keys' folder. */
    public List<String> keyFiles() {
        return keys.names();
    }

    public byte[] keyFile(String name) throws IOException {
        return keys.file(name);
    }

    /** Passwords that the data knows, by name. */
    public SortedMap<String, String> secrets() {
        return keys.secrets();
    }

    /** When the keys were copied: who was erased after that comes back. */
    public Instant keysMade() {
        return keys.made();
    }

    /** After {@link #database}: how many owners of sealed values had their keys destroyed since; {@link #settle} erases them again. */
    public long erased() {
        return erased.size();
    }

    /**
     * Makes the database in an empty one, whole or not at all.
     *
     * @param connection as the owner of everything
     */
    public void database(String database, Connection connection) {
        String name = database + ".sealed";
        try (InputStream in = key.opening(Files.newInputStream(folder.resolve(name)), name)) {
            connection.setAutoCommit(false);
            if (database.equals(Databases.HIMAYE)) {
                keys.loadTable(connection);
            }
            SortedMap<String, Long> rows = new DatabaseCopy(connection).read(in);
            demandRows(database, rows);
            if (database.equals(Databases.HIMAYE)) {
                erased = SealingKeys.lacking(connection);
            }
            connection.commit();
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        } catch (SQLException | IOException | GeneralSecurityException e) {
            throw new KeepingProblem("Database " + database + " could not be restored: " + e.getMessage(), e);
        }
    }

    private void demandRows(String database, SortedMap<String, Long> found) {
        SortedMap<String, Long> expected = manifest.rows().get(database);
        if (!found.equals(expected)) {
            var tables = new ArrayList<>(expected.keySet());
            tables.removeIf(table -> expected.get(table).equals(found.get(table)));
            throw new KeepingProblem("Database " + database + " does not have the rows that were copied: " + tables);
        }
    }

    /**
     * Ends what must not live on from then: everybody signs in anew, because a session that was ended since would be open again, and who
     * was erased since is erased again, because names, numbers and coded facts came back with the rows. And tells the access log, which
     * goes on from where the backup has it.
     *
     * @param address where the pages are from now on
     * @param keysFolder where the keys of this installation are
     */
    public void settle(Databases databases, String address, Path keysFolder) {
        try (Connection himaye = databases.open(Databases.HIMAYE);
                Connection keycloak = databases.open(Databases.KEYCLOAK);
                var inHimaye = himaye.createStatement();
                var inKeycloak = keycloak.createStatement()) {
            inHimaye.execute(
                    "update himaye.signin_session set ended_at = now(), end_reason = 'REPLACED', renewal = null"
                            + " where ended_at is null");
            try (var again = himaye.prepareStatement("select himaye.erase_again(?)")) {
                again.setArray(1, himaye.createArrayOf("uuid", erased.toArray()));
                again.execute();
            }
            for (String table : Set.of("offline_client_session", "offline_user_session")) {
                if (!Snapshot.texts(keycloak, "select 1 where to_regclass('" + table + "') is not null")
                        .isEmpty()) {
                    inKeycloak.execute("delete from " + table);
                }
            }
            move(keycloak, address);
            takeLogOver(himaye, keysFolder);
        } catch (SQLException e) {
            throw new KeepingProblem("The restored databases could not be made ready: " + e.getMessage(), e);
        }
    }

    /** A log that is no tree any more keeps nobody's case from coming back: it is not signed, and the server says so. */
    private static void takeLogOver(Connection himaye, Path keysFolder) throws SQLException {
        try {
            LogTakeOver.record(himaye, keysFolder, ACT);
        } catch (KeepingProblem broken) {
            // An event says so.
        }
    }

    /** The sign-in realm knows where the pages are, and whether it may be asked in clear. */
    private void move(Connection keycloak, String address) throws SQLException {
        if (address.equals(manifest.address())
                || Snapshot.texts(keycloak, "select 1 where to_regclass('client') is not null")
                        .isEmpty()) {
            return;
        }
        try (var update = keycloak.prepareStatement("update realm set ssl_required = ? where name = 'himaye'")) {
            update.setString(1, address.startsWith("https:") ? "ALL" : "NONE");
            update.executeUpdate();
        }
        for (String place : List.of(
                "client.base_url",
                "client.root_url",
                "client.management_url",
                "client_attributes.value",
                "realm_attribute.value",
                "redirect_uris.value",
                "web_origins.value")) {
            String table = place.substring(0, place.indexOf('.'));
            String column = place.substring(table.length() + 1);
            try (var update = keycloak.prepareStatement("update " + table + " set " + column + " = replace(" + column
                    + ", ?, ?) where position(? in " + column + ") > 0")) {
                update.setString(1, manifest.address());
                update.setString(2, address);
                update.setString(3, manifest.address());
                update.executeUpdate();
            }
        }
    }

    @Override
    public void close() throws IOException {
        keys.close();
    }
}
