package org.himaye.keeping;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.himaye.confidentiality.KeyEncryptionKey;

/**
 * Copies an installation while people work: each database under one snapshot, sealed; and the keys in a file of their own.
 *
 * <p>That it was made is in the access log, and so in the backup itself, before a row is read. Nothing bears its final name before it
 * is whole and on the disk.
 */
public final class Backup {

    private static final String HALF = ".half";
    private static final String ACT = "keeping.backup";

    private final Origin origin;
    private final Path target;
    private final Path keys;

    /**
     * @param target folder to be made
     * @param keys file to be made
     */
    public Backup(Origin origin, Path target, Path keys) {
        this.origin = origin;
        this.target = target.toAbsolutePath().normalize();
        this.keys = keys.toAbsolutePath().normalize();
    }

    /**
     * Makes it.
     *
     * @throws KeepingProblem when it cannot be made; nothing is left of it then
     */
    public Manifest make() {
        if (keys.startsWith(target)) {
            throw new KeepingProblem(
                    "The keys must not lie in the backup that they open: choose another place than " + keys);
        }
        demandNew(target);
        demandNew(keys);
        try (Connection himaye = origin.databases().open(Databases.HIMAYE);
                Connection keycloak = origin.databases().open(Databases.KEYCLOAK)) {
            demandSpace(himaye);
            AccessRecord.write(himaye, ACT, "ALLOWED", null);
            try {
                return make(himaye, keycloak);
            } catch (SQLException | IOException | GeneralSecurityException | RuntimeException e) {
                recordFailure(himaye, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new KeepingProblem("The database cannot be copied: " + e.getMessage(), e);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeepingProblem("No backup was made: " + e.getMessage(), e);
        }
    }

    private static void recordFailure(Connection himaye, Exception failure) {
        try {
            if (!himaye.getAutoCommit()) {
                himaye.rollback();
            }
            AccessRecord.write(himaye, ACT, "FAILED", "NOT_WRITTEN");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private Manifest make(Connection himaye, Connection keycloak)
            throws SQLException, IOException, GeneralSecurityException {
        Path half = half(target);
        Path halfKeys = half(keys);
        boolean begun = false;
        try {
            Files.createDirectory(
                    half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            begun = true;
            Manifest manifest = write(himaye, keycloak, half, halfKeys);
            // The keys first: a folder under its final name can always be opened.
            Files.move(halfKeys, keys, StandardCopyOption.ATOMIC_MOVE);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (FileAlreadyExistsException e) {
            throw new KeepingProblem(e.getFile() + " is left of a backup that was broken off: delete it", e);
        } finally {
            if (begun) {
                discard(half);
                Files.deleteIfExists(halfKeys);
            }
        }
    }

    private Manifest write(Connection himaye, Connection keycloak, Path half, Path halfKeys)
            throws SQLException, IOException, GeneralSecurityException {
        Snapshot.begin(himaye);
        // Second, so that everybody whom the application knows is there.
        Snapshot.begin(keycloak);
        String id = UUID.randomUUID().toString();
        String made = Instant.now().toString();
        Aead kek = KeyEncryptionKey.in(origin.keys());
        BackupKey key = BackupKey.make(id, kek);
        String installation = Snapshot.text(himaye, "select id::text from himaye.installation");

        var files = new TreeMap<String, Manifest.Content>();
        var rows = new TreeMap<String, SortedMap<String, Long>>();
        rows.put(Databases.HIMAYE, copy(himaye, half, Databases.HIMAYE, key, files));
        try (var out = PrivateOutput.create(halfKeys)) {
            KeysFile.write(
                    out,
                    new KeysFile.About(Manifest.FORMAT, installation, made, origin.secrets()),
                    origin.keys(),
                    himaye);
        }
        rows.put(Databases.KEYCLOAK, copy(keycloak, half, Databases.KEYCLOAK, key, files));
        var manifest = new Manifest(
                Manifest.FORMAT,
                id,
                made,
                installation,
                Snapshot.text(himaye, "select kind from himaye.installation"),
                origin.address(),
                origin.realm(),
                origin.versions(),
                Snapshot.texts(himaye, "select distinct filename from public.databasechangelog order by 1"),
                key.wrapped(),
                rows,
                files);
        PrivateOutput.write(half.resolve(Manifest.FILE), manifest.text().getBytes(StandardCharsets.UTF_8));
        PrivateOutput.write(half.resolve(Manifest.SEAL), key.seal(manifest.text()));
        return manifest;
    }

    private static SortedMap<String, Long> copy(
            Connection connection, Path half, String database, BackupKey key, SortedMap<String, Manifest.Content> files)
            throws IOException, SQLException, GeneralSecurityException {
        String name = database + ".sealed";
        PrivateOutput out = PrivateOutput.create(half.resolve(name));
        try (out) {
            return new DatabaseCopy(connection).write(key.sealing(out, name));
        } finally {
            files.put(name, out.content());
        }
    }

    private void demandNew(Path file) {
        if (Files.exists(file)) {
            throw new KeepingProblem(file + " is there already, and a backup never overwrites: choose another name");
        }
        if (file.startsWith(origin.var())) {
            throw new KeepingProblem(
                    file + " lies inside of " + origin.var() + " and would be lost with it: choose another place");
        }
        if (!Files.isDirectory(file.getParent()) || !Files.isWritable(file.getParent())) {
            throw new KeepingProblem(file.getParent() + " is no folder in which " + System.getProperty("user.name")
                    + " may write: choose another place");
        }
    }

    /** As much as the databases take themselves, which is more than a copy does. */
    private void demandSpace(Connection connection) throws SQLException, IOException {
        long needed = Long.parseLong(
                Snapshot.text(
                        connection,
                        "select sum(pg_database_size(datname))::bigint from pg_database where datname in ('himaye', 'keycloak')"));
        for (Path each : List.of(target, keys)) {
            demandSpace(
                    each.getParent(),
                    needed,
                    Files.getFileStore(each.getParent()).getUsableSpace());
        }
    }

    static void demandSpace(Path folder, long needed, long free) {
        if (free < needed) {
            throw new KeepingProblem(folder + " has " + free / 1_000_000 + " MB free and a backup may need "
                    + needed / 1_000_000 + " MB: choose another place, or delete old backups");
        }
    }

    private static Path half(Path path) {
        return path.resolveSibling(path.getFileName() + HALF);
    }

    private static void discard(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var all = new ArrayList<Path>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(all::add);
        }
        for (Path file : all) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
