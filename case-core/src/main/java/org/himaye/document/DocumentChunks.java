package org.himaye.document;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.himaye.shared.ShortConnection;

/** The sealed content of documents, in rows of at most {@link #SIZE} bytes: one is in memory at a time. Plain JDBC, no entity: nothing of it is a value. */
@Dependent
class DocumentChunks {

    static final int SIZE = 256 * 1024;

    @Inject
    private ShortConnection database;

    /** Writes within the running change; to be closed for the last row. */
    OutputStream writing(UUID document) {
        return new Writing(document);
    }

    /** Reads row by row, each in a short transaction of its own, so that whoever reads slowly holds no connection. */
    InputStream reading(UUID document) {
        return new Reading(document);
    }

    private final class Writing extends OutputStream {

        private final UUID document;
        private final byte[] row = new byte[SIZE];
        private int filled;
        private int place;

        private Writing(UUID document) {
            this.document = document;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int written = 0;
            while (written < length) {
                int some = Math.min(length - written, SIZE - filled);
                System.arraycopy(bytes, from + written, row, filled, some);
                written += some;
                filled += some;
                if (filled == SIZE) {
                    store();
                }
            }
        }

        @Override
        public void close() throws IOException {
            if (filled > 0) {
                store();
            }
        }

        private void store() throws IOException {
            try {
                database.call(connection -> {
                    try (PreparedStatement insert = connection.prepareStatement(
                            "insert into himaye.document_chunk (id, document_id, place, content) values (?, ?, ?, ?)")) {
                        insert.setObject(1, UUID.randomUUID());
                        insert.setObject(2, document);
                        insert.setInt(3, place);
                        insert.setBytes(4, Arrays.copyOf(row, filled));
                        return insert.executeUpdate();
                    }
                });
            } catch (SQLException e) {
                throw new IOException("a chunk cannot be kept", e);
            }
            place++;
            filled = 0;
        }
    }

    private final class Reading extends InputStream {

        private final UUID document;
        private InputStream row = new ByteArrayInputStream(new byte[0]);
        private int next;
        private boolean over;

        private Reading(UUID document) {
            this.document = document;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = length == 0 ? 0 : row.read(into, from, length);
            while (read < 0 && !over) {
                byte[] loaded = load();
                over = loaded == null;
                row = new ByteArrayInputStream(over ? new byte[0] : loaded);
                next++;
                read = row.read(into, from, length);
            }
            return read;
        }

        private byte[] load() throws IOException {
            try {
                return database.call(connection -> {
                    try (PreparedStatement select = connection.prepareStatement(
                            "select content from himaye.document_chunk where document_id = ? and place = ?")) {
                        select.setObject(1, document);
                        select.setInt(2, next);
                        try (ResultSet found = select.executeQuery()) {
                            return found.next() ? found.getBytes(1) : null;
                        }
                    }
                });
            } catch (SQLException e) {
                throw new IOException("a chunk cannot be read", e);
            }
        }
    }
}
