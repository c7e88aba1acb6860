package org.himaye.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** Looks for canaries where data lies: tables, files. */
final class Search {

    private static final int BLOCK = 1 << 20;
    private static final int OVERLAP = 256;

    /** What is looked for in a block of bytes. */
    interface Sought {
        boolean in(byte[] bytes, int length);
    }

    private Search() {}

    /** Every table of the database, by COPY as its administrator. */
    static List<String> tables(String database, Canaries canaries) {
        try (Connection connection = Himaye.stack().superuser(database)) {
            return tables(database, connection, canaries);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same for a database of another installation. */
    static List<String> tables(String database, Connection connection, Canaries canaries) {
        return tables(database, connection, rows -> canaries.in(rows, rows.length));
    }

    /** Tables whose rows as text fit. */
    static List<String> tables(String database, Connection connection, Predicate<byte[]> sought) {
        List<String> hits = new ArrayList<>();
        try {
            for (String table : names(connection)) {
                if (sought.test(rows(connection, table))) {
                    hits.add(database + " " + table);
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return hits;
    }

    /** All rows of a table or view, by COPY. */
    static byte[] rows(Connection connection, String table) throws SQLException, IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select * from " + table + ") to stdout", rows);
        return rows.toByteArray();
    }

    private static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var select = connection.createStatement();
                var rows = select.executeQuery(
                        "select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables"
                                + " where schemaname <> 'information_schema' and tablename not in ('pg_authid', 'pg_subscription')")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Every file below the folder but those below the exceptions. */
    static List<String> files(Path folder, Sought sought, Path... exceptions) {
        List<String> hits = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (Stream.of(exceptions).noneMatch(file::startsWith) && in(file, sought)) {
                    hits.add(file.toString());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return hits;
    }

    private static boolean in(Path file, Sought sought) throws IOException {
        byte[] block = new byte[BLOCK + OVERLAP];
        try (InputStream in = Files.newInputStream(file)) {
            int kept = 0;
            int read;
            while ((read = in.readNBytes(block, kept, BLOCK)) > 0) {
                int length = kept + read;
                if (sought.in(block, length)) {
                    return true;
                }
                kept = Math.min(OVERLAP, length);
                System.arraycopy(block, length - kept, block, 0, kept);
            }
        }
        return false;
    }
}
