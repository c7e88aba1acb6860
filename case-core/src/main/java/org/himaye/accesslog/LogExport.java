package org.himaye.accesslog;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Writes the folder of docs/log-format.md as one snapshot has it. Entries are made anew from the events, hashes are those that were
 * stored when they were sealed: who changed either afterwards is found by whoever checks. Memory does not grow with the log.
 */
public final class LogExport {

    private static final int FETCH = 2000;
    private static final String SEPARATOR = "---\n";

    private static final String NEWEST =
            "select size, note || coalesce(cosigned, '') from himaye.log_checkpoint order by size desc limit 1";

    /** The last of each day, and what witnesses have signed. */
    private static final String EARLIER = "select c.note || coalesce(c.cosigned, '') from himaye.log_checkpoint c"
            + " where c.size < ? and (c.cosigned is not null or not exists (select from himaye.log_checkpoint later"
            + " where later.size > c.size and later.at >= c.at and later.at < date_trunc('day', c.at) + interval '1 day'))"
            + " order by c.size";

    /** The row beside its first leaf alone: one of a hundred thousand cases has thousands. */
    private static final String LEAVES = "select l.leaf_index, l.part, l.hash, " + LogRow.COLUMNS
            + " from himaye.log_leaf l left join himaye.access_event e on e.seq = l.event_seq and e.at = l.event_at"
            + " and (l.part = 0 or not exists (select from himaye.log_leaf f where f.event_seq = l.event_seq"
            + " and f.event_at = l.event_at and f.part = 0))"
            + " where l.leaf_index < ? order by l.leaf_index";

    private static final String NODES =
            "select level, node_index, hash from himaye.log_node where level = ? and node_index < ? order by node_index";

    /** Behind the sealer, or with a number that the sequence has not given. */
    private static final String UNSEALED = "select " + LogRow.COLUMNS + " from himaye.access_event e"
            + " where (e.seq <= (select sealed_seq from himaye.log_position)"
            + " or e.seq > (select last_value from himaye.access_event_seq_seq)) and not exists (select from himaye.log_leaf l"
            + " where l.event_seq = e.seq and l.event_at = e.at) order by e.seq";

    /** Links that no entry has, because they are not of the time of their event, or there is no such event. */
    private static final String STRAY =
            "select c.event_id, c.case_id, c.person_id, c.at from himaye.access_event_case c"
                    + " where not exists (select from himaye.access_event e where e.id = c.event_id and "
                    + LogRow.LINKED
                    + ") order by c.at, c.event_id";

    private final Connection connection;
    private final Path folder;

    /**
     * What was written.
     *
     * @param unsealed rows that are in no leaf
     */
    public record Done(long size, long unsealed) {}

    /**
     * @param connection that reads everything, in a transaction of one snapshot
     * @param folder empty
     */
    public LogExport(Connection connection, Path folder) {
        this.connection = connection;
        this.folder = folder;
    }

    /** @throws IllegalStateException when nothing was ever signed */
    public Done write() throws SQLException, IOException {
        long size;
        try (Statement ask = connection.createStatement();
                ResultSet row = ask.executeQuery(NEWEST)) {
            if (!row.next()) {
                throw new IllegalStateException("the log has no checkpoint yet");
            }
            size = row.getLong(1);
            write("checkpoint", row.getString(2).getBytes(StandardCharsets.UTF_8));
        }
        try (Statement ask = connection.createStatement();
                ResultSet row =
                        ask.executeQuery("select concat_ws(E'\\n', earlier_keys, log_key) from himaye.log_position")) {
            row.next();
            write("log.vkey", (row.getString(1) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        earlier(size);
        leaves(size);
        int level = 1;
        for (long count = size / LogTree.TILE; count > 0; count /= LogTree.TILE) {
            nodes(level, count);
            level++;
        }
        return new Done(size, unsealed());
    }

    private void earlier(long size) throws SQLException, IOException {
        try (PreparedStatement find = reading(EARLIER);
                OutputStream out = create("checkpoints")) {
            find.setLong(1, size);
            try (ResultSet rows = find.executeQuery()) {
                boolean first = true;
                while (rows.next()) {
                    out.write(((first ? "" : SEPARATOR) + rows.getString(1)).getBytes(StandardCharsets.UTF_8));
                    first = false;
                }
            }
        }
    }

    private void leaves(long size) throws SQLException, IOException {
        try (PreparedStatement find = reading(LEAVES)) {
            find.setLong(1, size);
            try (ResultSet rows = find.executeQuery()) {
                Tile hashes = new Tile();
                Tile bundle = new Tile();
                long index = 0;
                List<byte[]> entries = List.of();
                while (rows.next()) {
                    for (; index < rows.getLong("leaf_index"); index++) {
                        // A leaf that is gone: what stands in its place hashes to nothing that was signed.
                        next(hashes, bundle, index, new byte[LogTree.HASH], new byte[0], size);
                    }
                    int part = rows.getInt("part");
                    if (part == 0 || entries.isEmpty()) {
                        entries = rows.getObject("id") == null ? List.of() : LogEntry.made(rows);
                    }
                    next(
                            hashes,
                            bundle,
                            index,
                            rows.getBytes("hash"),
                            part < entries.size() ? entries.get(part) : new byte[0],
                            size);
                    index++;
                    if (part + 1 >= entries.size()) {
                        entries = List.of();
                    }
                }
                for (; index < size; index++) {
                    next(hashes, bundle, index, new byte[LogTree.HASH], new byte[0], size);
                }
            }
        }
    }

    private void next(Tile hashes, Tile bundle, long index, byte[] hash, byte[] entry, long size) throws IOException {
        hashes.add(hash);
        bundle.addWithLength(entry);
        if (hashes.count == LogTree.TILE || index + 1 == size) {
            long tile = index / LogTree.TILE;
            write(TilePath.hashes(0, tile, hashes.count), hashes.taken());
            write(TilePath.entries(tile, bundle.count), bundle.taken());
            hashes.count = 0;
            bundle.count = 0;
        }
    }

    private void nodes(int level, long count) throws SQLException, IOException {
        try (PreparedStatement find = reading(NODES)) {
            find.setInt(1, level);
            find.setLong(2, count);
            try (ResultSet rows = find.executeQuery()) {
                Tile hashes = new Tile();
                boolean there = rows.next();
                for (long index = 0; index < count; index++) {
                    boolean found = there && rows.getLong("node_index") == index;
                    hashes.add(found ? rows.getBytes("hash") : new byte[LogTree.HASH]);
                    there = found ? rows.next() : there;
                    if (hashes.count == LogTree.TILE || index + 1 == count) {
                        write(TilePath.hashes(level, index / LogTree.TILE, hashes.count), hashes.taken());
                        hashes.count = 0;
                    }
                }
            }
        }
    }

    private long unsealed() throws SQLException, IOException {
        try (OutputStream out = create("unsealed")) {
            return events(out) + links(out);
        }
    }

    private long events(OutputStream out) throws SQLException, IOException {
        long count = 0;
        try (PreparedStatement find = reading(UNSEALED);
                ResultSet rows = find.executeQuery()) {
            while (rows.next()) {
                count++;
                List<byte[]> entries = LogEntry.made(rows);
                for (byte[] entry : entries.isEmpty()
                        ? List.of(LogEntry.unfit(rows.getObject("id", UUID.class), rows.getLong("seq")))
                        : entries) {
                    out.write(entry);
                    out.write('\n');
                }
            }
        }
        return count;
    }

    private long links(OutputStream out) throws SQLException, IOException {
        long count = 0;
        try (PreparedStatement find = reading(STRAY);
                ResultSet rows = find.executeQuery()) {
            while (rows.next()) {
                count++;
                out.write(LogEntry.link(
                        rows.getObject("at", OffsetDateTime.class),
                        rows.getObject("case_id", UUID.class),
                        rows.getObject("event_id", UUID.class),
                        rows.getObject("person_id", UUID.class)));
                out.write('\n');
            }
        }
        return count;
    }

    private PreparedStatement reading(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCH);
        return statement;
    }

    private OutputStream create(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    private void write(String name, byte[] bytes) throws IOException {
        try (OutputStream out = create(name)) {
            out.write(bytes);
        }
    }

    /** What becomes one file. */
    private static final class Tile {

        private static final int BYTE = 8;

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int count;

        private void add(byte[] part) {
            bytes.writeBytes(part);
            count++;
        }

        private void addWithLength(byte[] entry) {
            bytes.write(entry.length >> BYTE);
            bytes.write(entry.length);
            add(entry);
        }

        private byte[] taken() {
            byte[] all = bytes.toByteArray();
            bytes.reset();
            return all;
        }
    }
}
