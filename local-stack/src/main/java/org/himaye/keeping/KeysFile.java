package org.himaye.keeping;

import com.google.crypto.tink.Aead;
import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.himaye.accesslog.LogAcceptance;
import org.himaye.confidentiality.KeyEncryptionKey;
import org.himaye.confidentiality.KeysUnavailable;

/**
 * All that opens a backup, in one file: the keys of the installation's folder, its passwords that the data knows, and the table of
 * wrapped keys. It opens every backup of its installation that is not younger than itself, so only the newest needs to be kept, and
 * only the newest should be: an older one still holds the keys of those who were erased since.
 */
final class KeysFile implements AutoCloseable {

    private static final String ABOUT = "about.json";
    private static final String TABLE = "sealing_key";
    private static final String FILES = "keys/";
    private static final String KEK = FILES + "kek.json";
    private static final String TOKEN = FILES + "pkcs11.properties";

    /**
     * Stands first in the file.
     *
     * @param made moment of the copy
     * @param secrets passwords by name
     */
    record About(int format, String installation, String made, SortedMap<String, String> secrets) {}

    private final Path path;
    private final ZipFile zip;
    private final About about;
    private final Aead kek;

    private KeysFile(Path path, ZipFile zip, About about, Aead kek) {
        this.path = path;
        this.zip = zip;
        this.about = about;
        this.kek = kek;
    }

    /** @return how many owners' keys */
    static long write(OutputStream out, About about, Path keys, Connection snapshot) throws IOException, SQLException {
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(ABOUT));
            zip.write(new Gson().toJson(about).getBytes(StandardCharsets.UTF_8));
            try (Stream<Path> files = Files.list(keys)) {
                for (Path file : files.filter(KeysFile::isKept).sorted().toList()) {
                    zip.putNextEntry(new ZipEntry(FILES + file.getFileName()));
                    Files.copy(file, zip);
                }
            }
            zip.putNextEntry(new ZipEntry(TABLE));
            return SealingKeys.write(snapshot, zip);
        }
    }

    /** What the log's sealer remembers is no key: it changes while this is written, and belongs to the database of its moment. */
    private static boolean isKept(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && !name.equals(LogAcceptance.FILE) && !name.endsWith(".half");
    }

    /** @throws KeepingProblem when it is no keys file, is damaged, or its keys do not belong together */
    static KeysFile open(Path path) {
        try {
            var zip = new ZipFile(path.toFile());
            try {
                About about = new Gson().fromJson(text(zip, ABOUT), About.class);
                if (about.format() > Manifest.FORMAT) {
                    throw new KeepingProblem(path + " was written by a later version: restore with that one");
                }
                Aead kek = zip.getEntry(TOKEN) == null ? BackupKey.kek(text(zip, KEK)) : inToken(zip);
                try (var table = entry(zip, TABLE)) {
                    SealingKeys.demandOpen(kek, table);
                }
                return new KeysFile(path, zip, about, kek);
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (KeepingProblem e) {
            throw e;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new KeepingProblem(
                    path + " is no keys file, or is damaged: take the copy that you keep elsewhere", e);
        }
    }

    /** The files say which token; without it the keys file opens nothing. */
    private static Aead inToken(ZipFile zip) throws IOException {
        Path folder = Files.createTempDirectory("himaye-keys");
        try {
            for (ZipEntry each :
                    zip.stream().filter(e -> e.getName().startsWith(FILES)).toList()) {
                PrivateOutput.write(
                        folder.resolve(Path.of(each.getName()).getFileName()),
                        zip.getInputStream(each).readAllBytes());
            }
            return KeyEncryptionKey.in(folder);
        } catch (KeysUnavailable away) {
            throw new KeepingProblem("The token that has the key-encryption key cannot be used here", away);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(name + " is missing");
        }
        return zip.getInputStream(entry);
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (var in = entry(zip, name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Aead kek() {
        return kek;
    }

    String installation() {
        return about.installation();
    }

    Instant made() {
        return Instant.parse(about.made());
    }

    SortedMap<String, String> secrets() {
        return new TreeMap<>(about.secrets());
    }

    /** Names of the files of the keys' folder. */
    List<String> names() {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(FILES))
                .map(name -> name.substring(FILES.length()))
                .toList();
    }

    byte[] file(String name) throws IOException {
        try (var in = entry(zip, FILES + name)) {
            return in.readAllBytes();
        }
    }

    void loadTable(Connection connection) throws SQLException, IOException {
        try (var table = entry(zip, TABLE)) {
            SealingKeys.load(connection, table);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
