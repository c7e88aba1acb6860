package org.himaye.casefile;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.sql.DataSource;
import org.himaye.benchmarks.NamedSql;
import org.himaye.benchmarks.SignedContext;

/**
 * Opening the page of a person by hand: the statements of the product over plain JDBC on the same pools (context, facts, person, contact
 * points and the commit; the event with its commit; context, key and commit), and eight decryptions by the JDK's cipher with a key that
 * is at hand. Nothing is decided, mapped or unwrapped. For one thread.
 */
public final class CaseOpenRival {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BITS = 256;
    private static final int VALUE_BYTES = 20;

    private static final NamedSql FACTS = new NamedSql(CaseAccess.FIND);
    private static final NamedSql PERSON = new NamedSql("select * from himaye.person where id = :person");
    private static final NamedSql CONTACTS =
            new NamedSql("select * from himaye.contact_point where person_id = :person order by created_at limit 20");
    private static final NamedSql KEY = new NamedSql(
            "select owner_kind, owner_id, wrapped from himaye.sealing_key where owner_id = :person order by epoch");

    private static final String EVENT =
            "select himaye.append_event(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?, ?)";

    private final DataSource rows;
    private final DataSource log;
    private final SignedContext context;
    private final Object[] fields;
    private final Object[] classes;
    private final Cipher cipher;
    private final SecretKey key;
    private final byte[] place;
    private final byte[][] sealed;

    /** @param fields as many names as the product's event has */
    public CaseOpenRival(
            DataSource rows, DataSource log, SignedContext context, Object[] fields, Object[] classes, int values)
            throws GeneralSecurityException {
        this.rows = rows;
        this.log = log;
        this.context = context;
        this.fields = fields.clone();
        this.classes = classes.clone();
        this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        KeyGenerator generator = KeyGenerator.getInstance("AES");
        generator.init(KEY_BITS);
        this.key = generator.generateKey();
        this.place = ("person|family_name|" + UUID.randomUUID() + "|PERSON|" + UUID.randomUUID() + "|1")
                .getBytes(StandardCharsets.UTF_8);
        this.sealed = new byte[values][];
        for (int i = 0; i < values; i++) {
            sealed[i] = seal();
        }
    }

    private byte[] seal() throws GeneralSecurityException {
        byte[] both = new byte[IV_BYTES + VALUE_BYTES + TAG_BITS / Byte.SIZE];
        byte[] iv = new byte[IV_BYTES];
        new SecureRandom().nextBytes(iv);
        System.arraycopy(iv, 0, both, 0, IV_BYTES);
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(place);
        cipher.doFinal(new byte[VALUE_BYTES], 0, VALUE_BYTES, both, IV_BYTES);
        return both;
    }

    /** @return everything that was read, so that nothing of it is left out by the compiler */
    public List<Object> open(CaseNumber number, UUID caller, UUID house) throws SQLException, GeneralSecurityException {
        List<Object> all = new ArrayList<>();
        UUID caseId;
        UUID personId;
        try (Connection connection = rows.getConnection()) {
            connection.setAutoCommit(false);
            context.tell(connection, caller, house, "CASEWORKER");
            Instant now = Instant.now();
            Map<String, Object> values = new HashMap<>();
            values.put("number", number.text());
            values.put("caller", caller);
            values.put("session", "test");
            values.put("now", now.atOffset(ZoneOffset.UTC));
            values.put("today", LocalDate.ofInstant(now, ZoneOffset.UTC));
            List<Object> facts = read(FACTS, connection, values);
            caseId = (UUID) facts.get(0);
            personId = (UUID) facts.get(2);
            all.addAll(facts);
            all.addAll(read(PERSON, connection, Map.of("person", personId)));
            all.addAll(read(CONTACTS, connection, Map.of("person", personId)));
            connection.commit();
            connection.setAutoCommit(true);
        }
        record(caller, house, caseId, personId);
        try (Connection connection = rows.getConnection()) {
            connection.setAutoCommit(false);
            context.tell(connection, caller, house, "CASEWORKER");
            all.addAll(read(KEY, connection, Map.of("person", personId)));
            connection.commit();
            connection.setAutoCommit(true);
        }
        for (byte[] value : sealed) {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, value, 0, IV_BYTES));
            cipher.updateAAD(place);
            all.add(cipher.doFinal(value, IV_BYTES, value.length - IV_BYTES));
        }
        return all;
    }

    private static List<Object> read(NamedSql sql, Connection connection, Map<String, Object> values)
            throws SQLException {
        List<Object> all = new ArrayList<>();
        try (PreparedStatement statement = sql.on(connection, values);
                ResultSet found = statement.executeQuery()) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                for (int i = 1; i <= columns; i++) {
                    all.add(found.getObject(i));
                }
            }
        }
        return all;
    }

    private void record(UUID caller, UUID house, UUID caseId, UUID personId) throws SQLException {
        try (Connection connection = log.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement insert = connection.prepareStatement(EVENT)) {
                int i = 0;
                insert.setObject(++i, caller);
                insert.setString(++i, "CASEWORKER");
                insert.setObject(++i, house);
                insert.setString(++i, "test");
                insert.setString(++i, "test");
                insert.setString(++i, "case.read");
                insert.setString(++i, "VIEW");
                insert.setString(++i, null);
                insert.setObject(++i, null);
                insert.setArray(++i, connection.createArrayOf("text", fields));
                insert.setArray(++i, connection.createArrayOf("text", classes));
                insert.setString(++i, null);
                insert.setObject(++i, null);
                insert.setString(++i, "ALLOWED");
                insert.setString(++i, null);
                insert.setInt(++i, 2);
                insert.setString(++i, null);
                insert.setArray(++i, connection.createArrayOf("uuid", new Object[] {caseId}));
                insert.setArray(++i, connection.createArrayOf("uuid", new Object[] {personId}));
                insert.execute();
            }
        }
    }
}
