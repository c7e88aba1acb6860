package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Rows in every table that has a sealed column, made from the catalogue, with a value in each of them that tells its place. */
final class SealedDatabase {

    private final Connection database;
    private final Aead kek;

    SealedDatabase(Connection database, Aead kek) {
        this.database = database;
        this.kek = kek;
    }

    /** Forgets the rows of before, and the rules that these would break. */
    SealedDatabase begin() throws SQLException, GeneralSecurityException {
        AeadConfig.register();
        execute("set session_replication_role = replica");
        execute("truncate himaye.sealing_key");
        Set<String> tables = new HashSet<>(closedTables());
        SealedRows.all().forEach(rows -> tables.add(rows.table()));
        for (String table : tables) {
            for (String rule : texts(
                    "select conname from pg_constraint where contype = 'c' and conrelid = ?::regclass",
                    "himaye." + table)) {
                execute("alter table himaye." + table + " drop constraint " + rule);
            }
            execute("truncate himaye." + table + " cascade");
        }
        return this;
    }

    /** One row in each table, all of one case, its person and an account; a referral that is not accepted too. */
    void fill(UUID caseId, UUID personId) throws SQLException, GeneralSecurityException {
        for (SealedRows rows : SealedRows.all()) {
            UUID id = switch (rows.table()) {
                case "person" -> personId;
                case "intake", "identification" -> caseId;
                default -> UUID.randomUUID();
            };
            insert(rows.table(), id, Map.of("case_id", caseId, "person_id", personId, "owner_id", caseId));
        }
        insert("case_file", caseId, Map.of("person_id", personId));
        insert("referral", UUID.randomUUID(), Map.of("person_id", personId));
        insert("draft", UUID.randomUUID(), Map.of());
        sealAll();
    }

    /**
     * One row in every table that row-level security closes, each with references to the others: whatever the catalogue knows of a case.
     *
     * @return the id of the row of each table
     */
    Map<String, UUID> fillEverything(UUID caseId, UUID personId) throws SQLException {
        Map<String, UUID> ids = new HashMap<>();
        for (String table : closedTables()) {
            ids.put(table, UUID.randomUUID());
        }
        ids.putAll(Map.of("case_file", caseId, "person", personId));
        Map<String, Map<String, UUID>> rows = new HashMap<>();
        for (String table : ids.keySet()) {
            Map<String, UUID> given = new HashMap<>(Map.of("case_id", caseId, "owner_id", caseId));
            for (String[] reference : rows(
                    "select a.attname, substring(c.confrelid::regclass::text from 8) from pg_constraint c"
                            + " join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]"
                            + " where c.contype = 'f' and c.conrelid = ?::regclass",
                    "himaye." + table)) {
                if (ids.containsKey(reference[1])) {
                    given.put(reference[0], ids.get(reference[1]));
                }
            }
            ids.put(table, given.getOrDefault("id", ids.get(table)));
            rows.put(table, given);
        }
        for (Map.Entry<String, Map<String, UUID>> row : rows.entrySet()) {
            insert(row.getKey(), ids.get(row.getKey()), row.getValue());
        }
        for (String[] both : rows(
                "select substring(c.conrelid::regclass::text from 8), o.attname, substring(c.confrelid::regclass::text from 8), t.attname"
                        + " from pg_constraint c cross join lateral unnest(c.conkey, c.confkey) with ordinality k (own, theirs, place)"
                        + " join pg_attribute o on o.attrelid = c.conrelid and o.attnum = k.own"
                        + " join pg_attribute t on t.attrelid = c.confrelid and t.attnum = k.theirs"
                        + " where c.contype = 'f' and k.place > 1 and c.connamespace = ?::regnamespace",
                "himaye")) {
            if (!ids.containsKey(both[0])) {
                continue;
            }
            execute("update himaye." + both[0] + " set " + both[1] + " = (select " + both[3] + " from himaye." + both[2]
                    + " where id = '" + ids.get(both[2]) + "') where id = '" + ids.get(both[0]) + "'");
        }
        sealAll();
        return ids;
    }

    /** All but keys, log and what tells of erasures. */
    List<String> closedTables() throws SQLException {
        return texts(
                "select relname from pg_class where relnamespace = ?::regnamespace and relrowsecurity and not relispartition"
                        + " and relname not in ('sealing_key', 'access_event', 'access_event_case', 'erasure')",
                "himaye");
    }

    private void sealAll() throws SQLException {
        Map<KeyOwner, Aead> keys = new HashMap<>();
        for (SealedRows rows : SealedRows.all()) {
            rows.forEachPage(database, page -> {
                for (Row row : page) {
                    for (ClassifiedAttribute attribute : rows.attributes()) {
                        if (attribute.stored(row) == null) {
                            seal(rows, row, attribute, keys);
                        }
                    }
                }
            });
        }
    }

    private void insert(String table, UUID id, Map<String, UUID> given) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String[] column : rows(
                "select column_name, data_type, is_nullable from information_schema.columns"
                        + " where table_schema = 'himaye' and table_name = ? and is_generated = 'NEVER' and is_identity = 'NO'",
                table)) {
            UUID told = column[0].equals("id") ? id : given.get(column[0]);
            if (told != null || column[2].equals("NO") && !column[1].equals("bytea")) {
                columns.add(column[0]);
                values.add(told == null ? anything(column) : "'" + told + "'");
            } else if (column[1].equals("bytea") && column[2].equals("NO")) {
                execute("alter table himaye." + table + " alter column " + column[0] + " drop not null");
            }
        }
        execute("insert into himaye." + table + " (" + String.join(",", columns) + ") values ("
                + String.join(",", values) + ")");
    }

    private static String anything(String[] column) {
        if (column[0].equals("owner_kind")) {
            return "'CASE'";
        }
        return switch (column[1]) {
            case "uuid" -> "gen_random_uuid()";
            case "boolean" -> "false";
            case "date", "timestamp with time zone" -> "now()";
            case "ARRAY" -> "'{}'";
            case "integer", "bigint", "numeric", "smallint" -> "0";
            case "text", "character varying" -> "gen_random_uuid()::text";
            default -> throw new IllegalStateException(column[1]);
        };
    }

    private void seal(SealedRows rows, Row row, ClassifiedAttribute attribute, Map<KeyOwner, Aead> keys)
            throws SQLException {
        try {
            KeyOwner owner = row.keyOwner();
            if (!keys.containsKey(owner)) {
                keys.put(owner, findOrMake(owner));
            }
            byte[] value = keys.get(owner).encrypt(place(attribute, row), attribute.associatedData(row, owner));
            put(rows.table(), attribute.column(), row.id(), value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Aead findOrMake(KeyOwner owner) throws SQLException, GeneralSecurityException {
        byte[] wrapped = SealingKeys.wrapped(database, List.of(owner)).get(owner);
        if (wrapped == null) {
            wrapped = SealingKeys.wrap(
                    owner,
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                    kek);
            try (PreparedStatement insert = database.prepareStatement("insert into himaye.sealing_key"
                    + " (id, owner_kind, owner_id, epoch, wrapped) values (gen_random_uuid(), ?, ?, 1, ?)")) {
                insert.setString(1, owner.kind().name());
                insert.setObject(2, owner.id());
                insert.setBytes(3, wrapped);
                insert.executeUpdate();
            }
        }
        return SealingKeys.unwrap(owner, wrapped, kek);
    }

    void put(String table, String column, UUID id, byte[] value) throws SQLException {
        try (PreparedStatement update =
                database.prepareStatement("update himaye." + table + " set " + column + " = ? where id = ?")) {
            update.setBytes(1, value);
            update.setObject(2, id);
            update.executeUpdate();
        }
    }

    private static byte[] place(ClassifiedAttribute attribute, Row row) {
        return (attribute.table() + "." + attribute.column() + " " + row.id()).getBytes(StandardCharsets.UTF_8);
    }

    /** How many stored values open, each to the text of its own place, by owner. */
    Map<KeyOwner, Integer> opened(Aead with) throws SQLException {
        Map<KeyOwner, Integer> opened = new HashMap<>();
        for (SealedRows rows : SealedRows.all()) {
            rows.forEachPage(database, page -> {
                for (Row row : page) {
                    byte[] wrapped = SealingKeys.wrapped(database, List.of(row.keyOwner()))
                            .get(row.keyOwner());
                    for (ClassifiedAttribute attribute : rows.attributes()) {
                        if (opens(attribute, row, wrapped, with)) {
                            opened.merge(row.keyOwner(), 1, Integer::sum);
                        }
                    }
                }
            });
        }
        return opened;
    }

    private static boolean opens(ClassifiedAttribute attribute, Row row, byte[] wrapped, Aead with) {
        if (wrapped == null || attribute.stored(row) == null) {
            return false;
        }
        try {
            byte[] plain = SealingKeys.unwrap(row.keyOwner(), wrapped, with)
                    .decrypt(
                            ((Sealed<?>) attribute.stored(row)).ciphertext(),
                            attribute.associatedData(row, row.keyOwner()));
            return java.util.Arrays.equals(place(attribute, row), plain);
        } catch (GeneralSecurityException | KeysUnavailable closed) {
            return false;
        }
    }

    /** What begins the values of every column of bytes but the keys' own: type and id of the key under which each stands. */
    Set<String> prefixes() throws SQLException {
        Set<String> prefixes = new HashSet<>();
        for (String[] column : rows(
                "select table_name, column_name from information_schema.columns"
                        + " where table_schema = ? and data_type = 'bytea' and table_name not in ('sealing_key', 'context_key')",
                "himaye")) {
            prefixes.addAll(texts(
                    "select distinct encode(substring(" + column[1] + " from 1 for 5), 'hex') from himaye." + column[0]
                            + " where " + column[1] + " is not null and ? <> ''",
                    "x"));
        }
        return prefixes;
    }

    int count(String sql) throws SQLException {
        return Integer.parseInt(texts(sql + " where ? <> ''", "x").getFirst());
    }

    void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String sql, String argument) throws SQLException {
        return rows(sql, argument).stream().map(row -> row[0]).toList();
    }

    private List<String[]> rows(String sql, String argument) throws SQLException {
        List<String[]> rows = new ArrayList<>();
        try (PreparedStatement select = database.prepareStatement(sql)) {
            select.setString(1, argument);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    String[] row = new String[found.getMetaData().getColumnCount()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = found.getString(i + 1);
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }
}
