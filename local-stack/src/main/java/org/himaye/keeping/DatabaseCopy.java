package org.himaye.keeping;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/** A whole database in one stream: what it consists of, the rows of every table, where its sequences stand. */
final class DatabaseCopy {

    private static final String SCHEMA = "schema.json";
    private static final String COLUMNS = "columns.json";
    private static final String SEQUENCES = "sequences.json";
    private static final String ROWS = "rows/";

    private static final String TABLES = """
            select c.oid::pg_catalog.regclass::text, pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ',' order by a.attnum)
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind = 'r'
            group by c.oid order by 1
            """;

    private static final String SEQUENCE_NAMES = """
            select c.oid::pg_catalog.regclass::text
            from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind = 'S' order by 1
            """;

    /** Where a sequence stands. */
    private record Position(long last, boolean called) {}

    private final Connection connection;

    /** @param connection in the transaction whose snapshot is copied, or in which everything is made */
    DatabaseCopy(Connection connection) {
        this.connection = connection;
    }

    /**
     * Writes the database as this transaction sees it.
     *
     * @return number of rows by table
     */
    SortedMap<String, Long> write(OutputStream out) throws SQLException, IOException {
        var rows = new TreeMap<String, Long>();
        try (var zip = new ZipOutputStream(out)) {
            Map<String, String> tables = tables();
            // Nobody changes a table's shape from here on.
            if (!tables.isEmpty()) {
                execute("lock table " + String.join(", ", tables.keySet()) + " in access share mode");
            }
            entry(zip, SCHEMA, DatabaseSchema.of(connection));
            entry(zip, COLUMNS, tables);
            for (var table : tables.entrySet()) {
                zip.putNextEntry(new ZipEntry(ROWS + table.getKey()));
                rows.put(
                        table.getKey(),
                        connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyOut("copy " + table.getKey() + " (" + table.getValue() + ") to stdout", zip));
                zip.closeEntry();
            }
            // Last, because they know no snapshot: none may stand behind its rows.
            entry(zip, SEQUENCES, sequences());
        }
        return rows;
    }

    /** Columns of every table that are copied, by table; a column that stays out is not among them. */
    private Map<String, String> tables() throws SQLException {
        execute("set search_path = ''");
        var tables = new LinkedHashMap<String, String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(TABLES)) {
            while (found.next()) {
                tables.put(found.getString(1), SealingKeys.withoutKey(found.getString(1), found.getString(2)));
            }
        }
        return tables;
    }

    private Map<String, Position> sequences() throws SQLException {
        var positions = new TreeMap<String, Position>();
        try (var statement = connection.createStatement();
                var names = statement.executeQuery(SEQUENCE_NAMES);
                var one = connection.createStatement()) {
            while (names.next()) {
                try (var row = one.executeQuery("select last_value, is_called from " + names.getString(1))) {
                    row.next();
                    positions.put(names.getString(1), new Position(row.getLong(1), row.getBoolean(2)));
                }
            }
        }
        return positions;
    }

    private static void entry(ZipOutputStream zip, String name, Object content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(new Gson().toJson(content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /**
     * Makes everything in an empty database: first the tables, then the rows, then what is checked against them.
     *
     * @return number of rows by table
     * @throws KeepingProblem when what was made is not what was copied
     */
    SortedMap<String, Long> read(InputStream in) throws SQLException, IOException {
        var rows = new TreeMap<String, Long>();
        try (var zip = new ZipInputStream(in)) {
            DatabaseSchema schema = read(zip, SCHEMA, new TypeToken<DatabaseSchema>() {});
            Map<String, String> columns = read(zip, COLUMNS, new TypeToken<Map<String, String>>() {});
            DatabaseSchema.run(connection, schema.before());
            for (var table : columns.entrySet()) {
                next(zip, ROWS + table.getKey());
                rows.put(table.getKey(), load(table.getKey(), table.getValue(), zip));
            }
            for (var sequence : read(zip, SEQUENCES, new TypeToken<Map<String, Position>>() {})
                    .entrySet()) {
                execute("select pg_catalog.setval('" + sequence.getKey().replace("'", "''") + "', "
                        + sequence.getValue().last() + ", "
                        + sequence.getValue().called() + ")");
            }
            DatabaseSchema.run(connection, schema.after());
            DatabaseSchema made = DatabaseSchema.of(connection);
            if (!made.equals(schema)) {
                throw new KeepingProblem("The restored database is not what was copied: lacks " + schema.without(made)
                        + ", has too much " + made.without(schema));
            }
        }
        return rows;
    }

    private long load(String table, String columns, ZipInputStream zip) throws SQLException, IOException {
        boolean partial = SealingKeys.isTable(table);
        if (partial) {
            execute("create temporary table " + SealingKeys.OWNERS + " on commit drop as select " + columns + " from "
                    + table + " with no data");
        }
        long count = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy " + (partial ? "pg_temp." + SealingKeys.OWNERS : table) + " (" + columns + ") from stdin",
                        zip);
        if (partial) {
            SealingKeys.complete(connection, columns);
        }
        return count;
    }

    private static <T> T read(ZipInputStream zip, String name, TypeToken<T> type) throws IOException {
        next(zip, name);
        // Not closed: the stream goes on with the next entry.
        var reader = new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8));
        return new Gson().fromJson(reader, type);
    }

    private static void next(ZipInputStream zip, String name) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new KeepingProblem("The backup is not complete: " + name + " is missing");
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
