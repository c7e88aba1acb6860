package org.himaye.accesslog;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings events into the tree, in batches, on one connection. One sealer works at a time: a lock of the database that ends with the
 * transaction chooses it.
 *
 * <p>A number that was given may still belong to a transaction that has not ended, so a cursor over numbers alone loses what a slow
 * one writes. Here a number is <em>marked</em> together with the id of the own transaction, which is begun after it was read: whoever
 * took this number or a lower one has a lower id. When no transaction up to this id runs any more, every row up to the mark is there
 * for good, and what is not there never comes (docs/adr/0028). Ids are only compared with those of the same cluster.
 *
 * <p>The tree is never taken from the tables alone: what they say of the entries that were signed must have the root that was signed,
 * and the rest is hashed anew from its leaves.
 */
final class LogSealer {

    private static final int BATCH = 2048;

    /** A batch ends at the event with which it has as many leaves: one event may name a hundred thousand cases. */
    private static final int BATCH_LEAVES = 16_384;

    /** So many events are in memory at once. */
    private static final int FETCH = 32;

    /** So many leaves are read at once, when a tree is loaded. */
    private static final int LOAD = 65_536;

    /** Any number that nobody else of ours takes: HIMALOG. */
    static final long LOCK = 0x48494d414c4f47L;

    private static final String POLL = "select p.sealed_seq = s.last_value as idle"
            + " from himaye.log_position p, himaye.access_event_seq_seq s where s.is_called"
            + " union all select true from himaye.access_event_seq_seq s where not s.is_called";

    private static final String CLUSTER = "select system_identifier from pg_control_system()";

    /**
     * Planning a look into all partitions takes as long as sealing three hundred events, so it is done once; and so that what is planned
     * while the log is short still serves when it is long, by indexes alone.
     */
    private static final List<String> PLANNED_ONCE =
            List.of("set plan_cache_mode = force_generic_plan", "set enable_seqscan = off", "set jit = off");

    private static final String POSITION = "select p.size, p.sealed_seq, p.mark_seq, p.cluster,"
            + " p.mark_xid < pg_snapshot_xmin(pg_current_snapshot()) as final, s.last_value"
            + " from himaye.log_position p, himaye.access_event_seq_seq s";

    private static final String ROWS = "select " + LogRow.COLUMNS + " from himaye.access_event e"
            + " where e.seq > ? and e.seq <= ? order by e.seq";

    private static final String LEAVES = "insert into himaye.log_leaf (leaf_index, event_seq, event_at, part, hash)"
            + " select * from unnest(?::bigint[], ?::bigint[], ?::timestamptz[], ?::smallint[], ?::bytea[])";

    private static final String NODES = "insert into himaye.log_node (level, node_index, hash) values (?, ?, ?)";

    private static final String MOVE = "update himaye.log_position set size = ?, sealed_seq = ?, mark_seq = ?,"
            + " mark_xid = case when ? then pg_current_xact_id() when ?::bigint is null then null else mark_xid end, cluster = ?";

    /** The lowest number is the oldest but for the blink between number and time; asked so, an index answers. */
    private static final String LAG = "select extract(epoch from clock_timestamp() - e.at)::float8"
            + " from himaye.access_event e where e.seq > (select sealed_seq from himaye.log_position) order by e.seq limit 1";

    /** How old the newest checkpoint is when another is due: with the second until it is looked for, and a slow round, ten (security.md 3.4). */
    static final Duration WHILE_IT_GROWS = Duration.ofSeconds(7);

    private static final Duration WHILE_IT_RESTS = Duration.ofMinutes(10);

    private static final String DUE = "select p.size, c.size is null or c.size < p.size as grown, c.renewed_at"
            + " < clock_timestamp() - case when c.size < p.size then " + interval(WHILE_IT_GROWS)
            + " else " + interval(WHILE_IT_RESTS) + " end as old"
            + " from himaye.log_position p left join lateral"
            + " (select * from himaye.log_checkpoint order by size desc limit 1) c on true";

    private static String interval(Duration time) {
        return "interval '" + time.toSeconds() + " seconds'";
    }

    private static final String CHECKPOINT = "insert into himaye.log_checkpoint (size, note) values (?, ?)";

    private static final String RENEW =
            "update himaye.log_checkpoint set renewed_at = clock_timestamp() where size = ?";

    private final Connection connection;
    private final LastSigned lastSigned;
    private final CrashPoint.Reached crash;
    private final long cluster;
    private LogTree tree;
    private Unfit unfit = Unfit.NONE;

    /**
     * What was sealed as unfit since somebody asked.
     *
     * @param rows so many
     * @param first the id of the first; null when there are none
     */
    record Unfit(int rows, UUID first) {

        static final Unfit NONE = new Unfit(0, null);

        Unfit and(Unfit later) {
            return new Unfit(rows + later.rows, rows == 0 ? later.first : first);
        }
    }

    /** How far the sealer is, as the database has it. */
    private record Position(long size, long sealed, Long mark, boolean markIsFinal, long last, boolean otherCluster) {}

    /** What there is to do after a round. */
    enum Round {
        /** Everything is sealed. */
        IDLE,
        /** Something waits for its transactions, or for another sealer. */
        WAITS,
        /** More is final than fitted into the batch. */
        MORE
    }

    /** @param connection of the role of the sealer; nobody else uses it */
    LogSealer(Connection connection, LastSigned lastSigned, CrashPoint.Reached crash) throws SQLException {
        this.connection = connection;
        this.lastSigned = lastSigned;
        this.crash = crash;
        connection.setAutoCommit(true);
        try (Statement ask = connection.createStatement();
                ResultSet row = ask.executeQuery(CLUSTER)) {
            row.next();
            this.cluster = row.getLong(1);
        }
        try (Statement settings = connection.createStatement()) {
            for (String setting : PLANNED_ONCE) {
                settings.execute(setting);
            }
        }
    }

    /**
     * Holds the tables against what was signed.
     *
     * @return false when another sealer is at work: then nothing was looked at
     * @throws LogUnproved when they are not that; so do the other methods, when they load the tree
     */
    boolean prove() throws SQLException {
        return alone(
                        () -> {
                            position();
                            return Round.IDLE;
                        },
                        Round.WAITS)
                == Round.IDLE;
    }

    /** Seals what is final, up to a batch. One cheap statement when there is nothing. */
    Round seal() throws SQLException {
        try (Statement poll = connection.createStatement();
                ResultSet row = poll.executeQuery(POLL)) {
            if (row.next() && row.getBoolean(1)) {
                return Round.IDLE;
            }
        }
        return alone(this::batch, Round.WAITS);
    }

    /** Asked once, it is forgotten. A batch that was not committed is counted again: there may be fewer than are said, never more. */
    Unfit unfit() {
        Unfit since = unfit;
        unfit = Unfit.NONE;
        return since;
    }

    private Round batch() throws SQLException {
        Position before = position();
        boolean ready = before.mark() != null && before.markIsFinal() && !before.otherCluster();
        if (before.mark() != null && !ready && !before.otherCluster()) {
            return Round.WAITS;
        }
        long until = ready ? append(before, Math.min(before.mark(), before.sealed() + BATCH)) : before.sealed();
        boolean grew = tree.size() > before.size();
        boolean more = ready && until < before.mark();
        boolean marks = !more && before.last() > until;
        move(until, more ? before.mark() : marks ? Long.valueOf(before.last()) : null, marks);
        if (grew) {
            crash.at(CrashPoint.LEAVES_WRITTEN);
        }
        return more ? Round.MORE : Round.WAITS;
    }

    private Position position() throws SQLException {
        try (Statement ask = connection.createStatement();
                ResultSet row = ask.executeQuery(POSITION)) {
            row.next();
            long size = row.getLong("size");
            if (tree == null || tree.size() != size) {
                tree = proved(size);
            }
            return new Position(
                    size,
                    row.getLong("sealed_seq"),
                    row.getObject("mark_seq", Long.class),
                    row.getBoolean("final"),
                    row.getLong("last_value"),
                    !Long.valueOf(cluster).equals(row.getObject("cluster", Long.class)));
        }
    }

    private LogTree proved(long size) throws SQLException {
        StoredTiles tiles = new StoredTiles(connection);
        LogTree loaded = signed(tiles, size);
        while (loaded.size() < size) {
            long from = loaded.size();
            List<byte[]> leaves = tiles.hashes(0, from, Math.min(size, from + LOAD));
            if (leaves.size() != Math.min(size - from, LOAD)) {
                throw new LogUnproved("leaves of the log are missing behind number " + from);
            }
            leaves.forEach(loaded::append);
        }
        return loaded;
    }

    /** The beginning that was signed, which the tables must still have. */
    private LogTree signed(LogTree.Tiles tiles, long size) throws SQLException {
        Optional<LastSigned.State> signed = lastSigned.read();
        if (signed.isEmpty()) {
            demandNeverSigned();
            return new LogTree();
        }
        long begun = signed.get().size();
        if (size < begun) {
            throw new LogUnproved("the database has " + size + " entries of the log, and " + begun + " were signed");
        }
        LogTree tree = LogTree.kept(begun, tiles);
        if (!MessageDigest.isEqual(tree.root(), signed.get().root())) {
            throw new LogUnproved("the first " + begun + " entries of the log are not those that were signed");
        }
        return tree;
    }

    private void demandNeverSigned() throws SQLException {
        try (Statement ask = connection.createStatement();
                ResultSet row = ask.executeQuery("select exists (select from himaye.log_checkpoint)")) {
            row.next();
            if (row.getBoolean(1)) {
                throw new LogUnproved(lastSigned + " is missing, and the log was signed before");
            }
        }
    }

    /** @return up to which number all is appended: the last one, or that of the event with which the batch is full */
    private long append(Position before, long last) throws SQLException {
        long until = last;
        List<Long> indexes = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        List<String> times = new ArrayList<>();
        List<Short> parts = new ArrayList<>();
        List<byte[]> hashes = new ArrayList<>();
        List<LogTree.Node> whole = new ArrayList<>();
        try (PreparedStatement find = connection.prepareStatement(ROWS)) {
            find.setLong(1, before.sealed());
            find.setLong(2, last);
            find.setFetchSize(FETCH);
            try (ResultSet rows = find.executeQuery()) {
                while (until == last && rows.next()) {
                    LogRow row = LogRow.read(rows);
                    List<byte[]> entries = LogEntry.of(row);
                    unfit = row.isUnfit() ? unfit.and(new Unfit(1, row.id())) : unfit;
                    for (int part = 0; part < entries.size(); part++) {
                        byte[] hash = LogTree.leaf(entries.get(part));
                        indexes.add(tree.size());
                        numbers.add(row.seq());
                        times.add(row.at().toString());
                        parts.add((short) part);
                        hashes.add(hash);
                        whole.addAll(tree.append(hash));
                    }
                    until = indexes.size() < BATCH_LEAVES ? last : row.seq();
                }
            }
        }
        if (indexes.isEmpty()) {
            return until;
        }
        try (PreparedStatement insert = connection.prepareStatement(LEAVES)) {
            // Arrays of their own type go as bytes, those of objects as text.
            insert.setArray(1, connection.createArrayOf("int8", indexes.toArray(Long[]::new)));
            insert.setArray(2, connection.createArrayOf("int8", numbers.toArray(Long[]::new)));
            insert.setArray(3, connection.createArrayOf("timestamptz", times.toArray(String[]::new)));
            insert.setArray(4, connection.createArrayOf("int2", parts.toArray(Short[]::new)));
            insert.setArray(5, connection.createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(NODES)) {
            for (LogTree.Node node : whole) {
                insert.setInt(1, node.level());
                insert.setLong(2, node.index());
                insert.setBytes(3, node.hash());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return until;
    }

    /** The first that writes in the transaction when there was nothing to append: what is marked was read before it has an id. */
    private void move(long sealed, Long mark, boolean marks) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            move.setLong(1, tree.size());
            move.setLong(2, sealed);
            move.setObject(3, mark, java.sql.Types.BIGINT);
            move.setBoolean(4, marks);
            move.setObject(5, mark, java.sql.Types.BIGINT);
            move.setLong(6, cluster);
            move.executeUpdate();
        }
    }

    /**
     * A checkpoint over what is committed, when one is due: {@link #WHILE_IT_GROWS} after the last one, and ten minutes after it when nothing came
     * since.
     *
     * @param origin the log's name
     * @return whether there is one over everything that is sealed
     */
    boolean checkpoint(String origin, LogSigner signer) throws SQLException {
        return alone(() -> due(origin, signer), Round.WAITS) == Round.IDLE;
    }

    private Round due(String origin, LogSigner signer) throws SQLException {
        position();
        long size;
        boolean grown;
        try (Statement ask = connection.createStatement();
                ResultSet row = ask.executeQuery(DUE)) {
            row.next();
            size = row.getLong("size");
            grown = size > 0 && row.getBoolean("grown");
            boolean old = row.getBoolean("old") || row.wasNull();
            if (size == 0 || !old) {
                return grown ? Round.WAITS : Round.IDLE;
            }
        }
        crash.at(CrashPoint.LEAVES_COMMITTED);
        return grown ? sign(size, origin, signer) : renew(size);
    }

    private Round sign(long size, String origin, LogSigner signer) throws SQLException {
        byte[] root = tree.root();
        String body = origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
        String line = signer.signature(body);
        lastSigned.write(new LastSigned.State(size, root));
        crash.at(CrashPoint.ROOT_KEPT);
        try (PreparedStatement insert = connection.prepareStatement(CHECKPOINT)) {
            insert.setLong(1, size);
            insert.setString(2, body + "\n" + line);
            insert.executeUpdate();
        }
        return Round.IDLE;
    }

    private Round renew(long size) throws SQLException {
        try (PreparedStatement renew = connection.prepareStatement(RENEW)) {
            renew.setLong(1, size);
            renew.executeUpdate();
        }
        return Round.IDLE;
    }

    /** How many seconds ago the oldest event was written that is there and not sealed; 0 when there is none. */
    double lag() throws SQLException {
        try (Statement ask = connection.createStatement();
                ResultSet row = ask.executeQuery(LAG)) {
            return row.next() ? Math.max(0, row.getDouble(1)) : 0;
        }
    }

    private interface Work {
        Round once() throws SQLException;
    }

    /** In a transaction, when no other sealer is in one. What was appended here is forgotten when it fails. */
    private Round alone(Work work, Round otherwise) throws SQLException {
        connection.setAutoCommit(false);
        boolean committed = false;
        try {
            boolean chosen;
            try (Statement ask = connection.createStatement();
                    ResultSet row = ask.executeQuery("select pg_try_advisory_xact_lock(" + LOCK + ")")) {
                row.next();
                chosen = row.getBoolean(1);
            }
            Round round = chosen ? work.once() : otherwise;
            connection.commit();
            committed = true;
            return round;
        } finally {
            if (!committed) {
                tree = null;
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }
}
