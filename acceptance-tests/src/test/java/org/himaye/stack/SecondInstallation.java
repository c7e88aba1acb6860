package org.himaye.stack;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.himaye.migrations.Installation;

/** An installation beside the system of this test run: one that a restore made, or one that speaks TLS. */
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
        new Keeper(places, ports, progress).restore(folder, keys, false, false);
    }

    /** PostgreSQL alone. */
    public void startDatabase() throws Exception {
        Secrets secrets = Secrets.load(places.secrets(), false);
        database = new Database(places, Addresses.of(Settings.read(places), ports, places, secrets), secrets);
        database.start();
    }

    public void startWhole() throws IOException {
        database.stop();
        whole = Stack.create(places, ports, Settings.read(places), progress);
        whole.start();
    }

    /** A new one, as {@code ./himaye run --no-demo --tls} makes it. */
    public void startForRealData() {
        whole = Stack.create(places, ports, new Settings(Installation.PRODUCTION, true, "", ""), progress);
        whole.start();
    }

    /** As {@code ./himaye administrator} does it: the password for one use, and Keycloak's own administrator is gone. */
    public String inviteFirstAdministrator(String account, String name, String institution) throws SQLException {
        String password = whole.firstAdministrator().invite(account, name, institution);
        whole.realm().removeItself();
        return password;
    }

    /** Trusts the servers of this installation and nobody else. */
    public HttpClient client() {
        return whole.client();
    }

    public RealmAdministration realm() {
        return whole.realm();
    }

    public Ports ports() {
        return ports;
    }

    /** The certificate of its own authority, as PEM. */
    public Path authority() {
        return places.tls().resolve("authority.pem");
    }

    /** Another of the same kind, which nobody here trusts. */
    public Path authorityOfAStranger(Path var) throws Exception {
        var stranger = new Places(places.root(), var, places.servers());
        stranger.prepare();
        var certificates = new Certificates(stranger, Secrets.load(stranger.secrets(), true));
        certificates.makeMissing(false);
        return certificates.authority();
    }

    /** Of the whole system, with the options that its own servers use. */
    public String databaseUrl() {
        return whole.superuserUrl("himaye");
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
