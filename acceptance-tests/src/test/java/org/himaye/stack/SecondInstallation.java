package org.himaye.stack;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.himaye.migrations.Installation;

/** What a restore made, beside the system that was backed up: its PostgreSQL and its keys, or all of it. */
public final class SecondInstallation implements AutoCloseable {

    private static final int BESIDE = 20;

    private final Places places;
    private final Ports ports;
    private final Progress progress = new Progress(System.out);
    private Database database;
    private Stack whole;

    /** @param var a folder that is not there yet */
    public SecondInstallation(Path var) {
        Places first = Stack.shared().places();
        this.places = new Places(first.root(), var, first.servers());
        this.ports = Ports.freeFrom(Stack.shared().ports().offset() + BESIDE);
    }

    public void restore(Path folder, Path keys) throws Exception {
        new Keeper(places, ports, progress).restore(folder, keys, false);
    }

    /** PostgreSQL alone. */
    public void startDatabase() throws Exception {
        database = new Database(places, ports, Secrets.load(places.secrets(), false));
        database.start();
    }

    public void startWhole() {
        database.stop();
        whole = Stack.create(places, ports, Installation.DEMO, progress);
        whole.start();
    }

    public URI address() {
        return whole.address();
    }

    public Connection superuser(String name) throws SQLException {
        return database.superuser(name);
    }

    /** What the application's gate would open, with nothing but the restored key file and the restored row of wrapped keys. */
    public String open(byte[] sealed, String table, String column, UUID row, String ownerKind, UUID owner)
            throws Exception {
        byte[] plain = key(ownerKind, owner)
                .decrypt(
                        sealed,
                        String.join("|", table, column, row.toString(), ownerKind, owner.toString(), "1")
                                .getBytes(StandardCharsets.UTF_8));
        return new String(plain, StandardCharsets.UTF_8);
    }

    private Aead key(String ownerKind, UUID owner) throws Exception {
        AeadConfig.register();
        Aead kek = TinkJsonProtoKeysetFormat.parseKeyset(
                        Files.readString(places.keys().resolve("kek.json")),
                        RegistryConfiguration.get(),
                        InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        try (Connection himaye = superuser("himaye");
                var select = himaye.prepareStatement(
                        "select wrapped from himaye.sealing_key where owner_kind = ? and owner_id = ?")) {
            select.setString(1, ownerKind);
            select.setObject(2, owner);
            try (var found = select.executeQuery()) {
                if (!found.next()) {
                    throw new GeneralSecurityException("no key of " + ownerKind + " " + owner);
                }
                return TinkProtoKeysetFormat.parseEncryptedKeyset(
                                found.getBytes(1),
                                kek,
                                (ownerKind + "|" + owner).getBytes(StandardCharsets.UTF_8),
                                RegistryConfiguration.get())
                        .getPrimitive(RegistryConfiguration.get(), Aead.class);
            }
        }
    }

    @Override
    public void close() {
        if (whole != null) {
            whole.close();
        }
        if (database != null) {
            database.stop();
        }
    }
}
