package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.himaye.shared.RowContext;
import org.himaye.shared.ShortConnection;

/**
 * One keyset for each owner, stored wrapped by the {@link KeyVault}; bound to its owner by associated data, so that a keyset
 * copied to another owner's row does not unwrap.
 */
@Dependent
class SealingKeys {

    /** What the database answers to a key for what was erased. */
    private static final String REFUSED = "42501";

    private static final String UNREACHABLE = "sealing keys cannot be reached";

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Inject
    private ShortConnection database;

    @Inject
    private KeyVault vault;

    @Inject
    private KeyProof proof;

    /** Unwraps the keysets of all owners with one statement. An owner whose key is gone or does not unwrap is absent from the answer. */
    Map<KeyOwner, Aead> forReading(Collection<KeyOwner> owners) {
        if (owners.isEmpty()) {
            return Map.of();
        }
        Map<KeyOwner, byte[]> wrapped = onConnection(connection -> wrapped(connection, owners));
        Map<KeyOwner, Aead> keys = new HashMap<>();
        try {
            Aead wrapping = vault.wrapping();
            wrapped.forEach((owner, each) -> unwrapped(owner, each, wrapping).ifPresent(key -> keys.put(owner, key)));
        } catch (KeysUnavailable away) {
            return Map.of();
        }
        return keys;
    }

    /** Empty when it does not unwrap: its values are shown as such, and reported where they are met. */
    private static Optional<Aead> unwrapped(KeyOwner owner, byte[] wrapped, Aead wrapping) {
        try {
            return Optional.of(unwrap(owner, wrapped, wrapping));
        } catch (KeysUnavailable broken) {
            return Optional.empty();
        }
    }

    /** Whether the key-encryption key is there and the one of this database. */
    boolean usable() {
        try {
            return onConnection(connection -> {
                proof.require(connection);
                return true;
            });
        } catch (KeysUnavailable away) {
            return false;
        }
    }

    /** The owner's key, made now if there is none yet; joins the running transaction. */
    Aead forWriting(KeyOwner owner) {
        return onConnection(connection -> findOrMake(connection, owner));
    }

    /** As {@link #forWriting}, for the machine itself, whoever calls. */
    Aead ofMachine() {
        try {
            return database.callAs(RowContext.Job.PAGES, connection -> {
                proof.require(connection);
                return findOrMake(connection, KeyOwner.MACHINE);
            });
        } catch (SQLException e) {
            throw new KeysUnavailable(UNREACHABLE, e);
        }
    }

    /** The key of the index of names, for the machine, whoever calls. */
    Aead ofIndex() {
        try {
            return database.callAs(RowContext.Job.INDEX, connection -> findOrMake(connection, KeyOwner.search()));
        } catch (SQLException e) {
            throw new KeysUnavailable(UNREACHABLE, e);
        }
    }

    private <T> T onConnection(ShortConnection.Work<T> work) {
        try {
            return database.call(work);
        } catch (SQLException e) {
            throw new KeysUnavailable(UNREACHABLE, e);
        }
    }

    private Aead findOrMake(Connection connection, KeyOwner owner) throws SQLException {
        byte[] existing = wrapped(connection, List.of(owner)).get(owner);
        if (existing == null) {
            proof.require(connection);
            make(connection, owner);
            existing = wrapped(connection, List.of(owner)).get(owner);
        }
        if (existing == null) {
            throw new KeyNotGiven(null);
        }
        return unwrap(owner, existing, vault.wrapping());
    }

    /** One sign for each owner, not a list: of a list nobody knows the length, and the database plans it anew each time, which takes longer than the answer. */
    static Map<KeyOwner, byte[]> wrapped(Connection connection, Collection<KeyOwner> owners) throws SQLException {
        Map<KeyOwner, byte[]> keys = new HashMap<>();
        List<UUID> ids = owners.stream().map(KeyOwner::id).distinct().toList();
        String sql = "select owner_kind, owner_id, wrapped from himaye.sealing_key where owner_id in ("
                + String.join(", ", Collections.nCopies(ids.size(), "?")) + ") order by epoch";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < ids.size(); i++) {
                statement.setObject(i + 1, ids.get(i));
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    KeyOwner owner =
                            new KeyOwner(KeyOwner.Kind.valueOf(found.getString(1)), found.getObject(2, UUID.class));
                    keys.put(owner, found.getBytes(3));
                }
            }
        }
        return keys;
    }

    private void make(Connection connection, KeyOwner owner) throws SQLException {
        String sql = "insert into himaye.sealing_key (id, owner_kind, owner_id, epoch, wrapped) values (?, ?, ?, 1, ?)"
                + " on conflict (owner_kind, owner_id, epoch) do nothing";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.randomUUID());
            statement.setString(2, owner.kind().name());
            statement.setObject(3, owner.id());
            statement.setBytes(4, newWrapped(owner));
            statement.executeUpdate();
        } catch (SQLException refused) {
            if (REFUSED.equals(refused.getSQLState())) {
                throw new KeyNotGiven(refused);
            }
            throw refused;
        }
    }

    private byte[] newWrapped(KeyOwner owner) {
        try {
            return wrap(
                    owner,
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                    vault.wrapping());
        } catch (GeneralSecurityException e) {
            throw new KeysUnavailable("a sealing key cannot be made", e);
        }
    }

    static byte[] wrap(KeyOwner owner, KeysetHandle keyset, Aead wrapping) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                keyset, wrapping, boundTo(owner), RegistryConfiguration.get());
    }

    static Aead unwrap(KeyOwner owner, byte[] wrapped, Aead wrapping) {
        try {
            return keyset(owner, wrapped, wrapping).getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new KeysUnavailable("a sealing key cannot be used", e);
        }
    }

    static KeysetHandle keyset(KeyOwner owner, byte[] wrapped, Aead wrapping) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                    wrapped, wrapping, boundTo(owner), RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new KeysUnavailable("a sealing key does not unwrap under it", e);
        }
    }

    private static byte[] boundTo(KeyOwner owner) {
        return (owner.kind() + "|" + owner.id()).getBytes(StandardCharsets.UTF_8);
    }
}
