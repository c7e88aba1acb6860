package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.casefile.CaseNumber;
import org.himaye.person.AgeBand;
import org.himaye.person.AgeBasis;
import org.himaye.person.ContactPoint;
import org.himaye.person.Person;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;

/** Gives some people of the world a key and values that open: six of the person and two of a contact point, sealed as the gate seals. */
public final class RealPeople {

    /** Values that the page of a person opens. */
    public static final int SEALED = 8;

    private static final UUID NOBODY = new UUID(0, 1);

    private final Connection connection;
    private final Aead wrapping;

    /** @param keys the installation's folder of keys */
    public RealPeople(Connection connection, Path keys) throws GeneralSecurityException {
        AeadConfig.register();
        this.connection = connection;
        this.wrapping = KeyEncryptionKey.in(keys);
    }

    /** @return the true number that the case got */
    public CaseNumber make(UUID caseId, UUID personId) throws GeneralSecurityException, SQLException {
        Person person = new Person(
                personId,
                "Person",
                AgeBand.ADULT,
                AgeBasis.STATED,
                Sex.FEMALE,
                List.of(SpokenLanguage.AZ),
                NOBODY,
                Instant.EPOCH);
        KeysetHandle keyset =
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
        Aead key = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("familyName", "Qızılgülova");
        values.put("givenName", "Xumarə");
        values.put("patronymic", "Elçin qızı");
        values.put("aliases", "Nəğmə, Yasəmən");
        values.put("documentNumber", "AZE 71552901");
        values.put("dateOfBirth", LocalDate.of(1991, 2, 3));
        values.put("ageStated", null);
        run(
                "update himaye.sealing_key set wrapped = ? where owner_kind = 'PERSON' and owner_id = ?",
                List.of(SealingKeys.wrap(person.keyOwner(), keyset, wrapping), personId));
        store(person, key, values, "update himaye.person set %s where id = ?");
        contact(personId, key);
        CaseNumber number = CaseNumber.random();
        run("update himaye.case_file set case_number = ? where id = ?", List.of(number.text(), caseId));
        return number;
    }

    private void contact(UUID personId, Aead key) throws GeneralSecurityException, SQLException {
        ContactPoint contact = new ContactPoint(UUID.randomUUID(), personId, NOBODY, Instant.EPOCH);
        run(
                "insert into himaye.contact_point (id, version, created_at, created_by, updated_at, updated_by, person_id, kind, safe,"
                        + " message_allowed, valid_to) values (?, 0, now(), ?, now(), ?, ?, 'PHONE', 'YES', false, current_date + 30)",
                List.of(contact.id(), NOBODY, NOBODY, personId));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("value", "+994 55 771 20 91");
        values.put("codeWord", "Bahar bağı");
        store(contact, key, values, "update himaye.contact_point set %s where id = ?");
    }

    private void store(Row row, Aead key, Map<String, Object> values, String update)
            throws GeneralSecurityException, SQLException {
        Map<String, ClassifiedAttribute> attributes =
                Classification.of(row.getClass()).attributes();
        List<Object> sealed = new ArrayList<>();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            ClassifiedAttribute attribute = attributes.get(value.getKey());
            sealed.add(
                    value.getValue() == null
                            ? null
                            : key.encrypt(
                                    attribute.encode(value.getValue()).getBytes(StandardCharsets.UTF_8),
                                    attribute.associatedData(row, row.keyOwner())));
        }
        sealed.add(row.id());
        run(
                update.formatted(values.keySet().stream()
                        .map(name -> attributes.get(name).column() + " = ?")
                        .collect(Collectors.joining(", "))),
                sealed);
    }

    private void run(String sql, List<Object> arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.size(); i++) {
                if (arguments.get(i) == null) {
                    statement.setBytes(i + 1, null);
                } else {
                    statement.setObject(i + 1, arguments.get(i));
                }
            }
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("not one row: " + sql);
            }
        }
    }
}
