package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.himaye.benchmarks.World;
import org.himaye.person.AgeBand;
import org.himaye.person.AgeBasis;
import org.himaye.person.Person;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.search.SearchEntry;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A name for everybody in the world, sealed for the index: 27,000 family names and 900 given ones, made of syllables. */
final class RealNames {

    private static final String[] SYLLABLES = {
        "ba", "qı", "zıl", "gül", "nə", "sim", "fər", "han", "mə", "həm", "məd", "ay", "sel", "şah", "nur", "əli",
        "rza", "xan", "bəy", "lər", "tur", "əh", "cə", "vad", "os", "man", "ze", "yna", "ib", "rah"
    };
    private static final UUID SYSTEM = new UUID(0, 1);
    private static final int YEARS = 60;
    private static final int FIRST_YEAR = 1950;

    private RealNames() {}

    private static String syllables(SplittableRandom random, int count) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < count; i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** Given name and family name of a person of the world. */
    static String name(int person) {
        SplittableRandom random = new SplittableRandom(person);
        return syllables(random, 2) + " " + syllables(random, 3) + "ova";
    }

    private static String entry(int person) {
        SplittableRandom random = new SplittableRandom(-person);
        return (FIRST_YEAR + random.nextInt(YEARS)) + "\n" + name(person).replace(' ', '\n') + "\n"
                + syllables(random, 2) + " qızı";
    }

    /** @param keys the installation's folder of keys */
    static void make(Connection connection, Path keys, int people)
            throws SQLException, GeneralSecurityException, IOException {
        Aead key = key(connection, keys);
        ClassifiedAttribute names = Classification.of(SearchEntry.class).attribute("names");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy himaye.search_entry (id, version, created_at, created_by, updated_at, updated_by, names) from stdin");
            for (int i = 0; i < people; i++) {
                byte[] sealed = key.encrypt(
                        entry(i).getBytes(StandardCharsets.UTF_8),
                        names.associatedData(person(World.id("person" + i)), KeyOwner.search()));
                byte[] line = (World.id("person" + i) + "\t0\tnow\t" + SYSTEM + "\tnow\t" + SYSTEM + "\t\\\\x"
                                + HexFormat.of().formatHex(sealed) + "\n")
                        .getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(line, 0, line.length);
            }
            copy.endCopy();
            statement.execute("set session_replication_role = origin");
            statement.execute("vacuum analyze himaye.search_entry");
        }
    }

    /** Of a person only the id counts for where an entry is bound to. */
    private static Row person(UUID id) {
        return new Person(
                id,
                "Person",
                AgeBand.ADULT,
                AgeBasis.STATED,
                Sex.FEMALE,
                List.of(SpokenLanguage.AZ),
                SYSTEM,
                Instant.EPOCH);
    }

    /** The installation's, made when nobody needed one yet. */
    private static Aead key(Connection connection, Path keys) throws SQLException, GeneralSecurityException {
        AeadConfig.register();
        Aead wrapping = KeyEncryptionKey.in(keys);
        Map<KeyOwner, byte[]> there = SealingKeys.wrapped(connection, List.of(KeyOwner.search()));
        byte[] wrapped = there.get(KeyOwner.search());
        if (wrapped == null) {
            wrapped = SealingKeys.wrap(
                    KeyOwner.search(),
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                    wrapping);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into himaye.sealing_key (id, owner_kind, owner_id, epoch, wrapped) values (gen_random_uuid(), 'SEARCH', ?, 1, ?)")) {
                insert.setObject(1, KeyOwner.search().id());
                insert.setBytes(2, wrapped);
                insert.executeUpdate();
            }
        }
        return SealingKeys.unwrap(KeyOwner.search(), wrapped, wrapping);
    }
}
