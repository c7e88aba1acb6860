package org.himaye.accesslog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.himaye.confidentiality.LogUnavailable;

/** Reads what the sealer keeps. */
final class ProofReader {

    private static final String STATE = """
            select c.size, c.renewed_at, c.note, c.cosigned, p.log_key, w.note as witnessed_note, w.cosigned as witnessed_by, w.size as witnessed,
                   (select l.event_at from himaye.log_leaf l where l.leaf_index = c.size - 1) as sealed_until,
                   n.at as checked_at, n.outcome = 'ALLOWED' as checked_sound, n.row_count as checked, n.wrong
              from himaye.log_position p
              left join lateral (select k.size, k.renewed_at, k.note, k.cosigned from himaye.log_checkpoint k order by k.size desc limit 1) c on true
              left join lateral (select k.size, k.note, k.cosigned from himaye.log_checkpoint k where k.cosigned is not null
                                  order by k.size desc limit 1) w on true
              left join lateral (select e.at, e.outcome, e.row_count, (select x.seq from himaye.access_event x where x.id = e.entity_id) as wrong
                                   from himaye.access_event e where e.act = 'log.check' order by e.at desc limit 1) n on true
            """;

    private static final String ROW =
            "select " + LogRow.COLUMNS + " from himaye.access_event e where e.at = ? and e.seq = ?";

    private static final String LEAVES = """
            select l.leaf_index, l.hash, p.log_key, p.sealed_seq, s.last_value, c.size, c.note, c.cosigned, c.renewed_at
              from himaye.log_position p cross join himaye.access_event_seq_seq s
              left join lateral (select k.* from himaye.log_checkpoint k order by k.size desc limit 1) c on true
              left join himaye.log_leaf l on l.event_at = ? and l.event_seq = ?
             order by l.part
            """;

    private static final String ROWS = "select " + LogRow.COLUMNS
            + " from himaye.access_event e where e.seq = any (?) and e.at >= ? and e.at <= ?";

    private static final String LEAVES_OF = "select l.event_seq, l.leaf_index from himaye.log_leaf l"
            + " where l.event_seq = any (?) and l.event_at >= ? and l.event_at <= ? order by l.part";

    private static final String NEWEST = """
            select c.size, c.note, c.cosigned, c.renewed_at from himaye.log_checkpoint c order by c.size desc limit 1
            """;

    private static final String HASHES = """
            select 0 as level, l.leaf_index as place, l.hash
              from unnest(?::integer[], ?::bigint[], ?::bigint[]) s (level, first, stop)
              join himaye.log_leaf l on s.level = 0 and l.leaf_index >= s.first and l.leaf_index < s.stop
            union
            select n.level, n.node_index, n.hash
              from unnest(?::integer[], ?::bigint[], ?::bigint[]) s (level, first, stop)
              join himaye.log_node n on n.level = s.level and n.node_index >= s.first and n.node_index < s.stop
            """;

    private final DataSource reader;

    /** @param reader connections of a role that may read the log */
    ProofReader(DataSource reader) {
        this.reader = reader;
    }

    /**
     * What is stored of how far the log is.
     *
     * @param newest checkpoint, or null
     * @param witnessed the newest under which something of a witness stands, or null
     * @param checked what the last own check found, or null
     */
    record Stored(
            SignedCheckpoint newest,
            String logKey,
            Instant sealedUntil,
            SignedCheckpoint witnessed,
            LogState.Checked checked) {}

    /**
     * What the sealer kept of one event.
     *
     * @param checkpoint the newest, or null
     * @param sealedSequence every event up to this number that was committed has its leaf
     * @param lastSequence the database has given no number above
     */
    record Kept(
            List<Long> leaves,
            List<byte[]> hashes,
            SignedCheckpoint checkpoint,
            String logKey,
            long sealedSequence,
            long lastSequence) {}

    /** @throws LogUnavailable when it cannot be read */
    Stored state() {
        try (Connection connection = reader.getConnection();
                PreparedStatement ask = connection.prepareStatement(STATE);
                ResultSet row = ask.executeQuery()) {
            row.next();
            return new Stored(
                    checkpoint(row),
                    row.getString("log_key"),
                    instant(row, "sealed_until"),
                    row.getString("witnessed_by") == null
                            ? null
                            : new SignedCheckpoint(
                                    row.getLong("witnessed"),
                                    row.getString("witnessed_note"),
                                    row.getString("witnessed_by"),
                                    null),
                    row.getObject("checked_at") == null
                            ? null
                            : new LogState.Checked(
                                    instant(row, "checked_at"),
                                    row.getInt("checked"),
                                    row.getBoolean("checked_sound"),
                                    row.getObject("wrong", Long.class)));
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    /**
     * The entries that the event's row makes today.
     *
     * @return none of a row that makes no entry: somebody changed it afterwards; empty when there is no such event
     */
    Optional<List<byte[]>> entries(AccessQuery.Cursor place) {
        try (Connection connection = reader.getConnection();
                PreparedStatement find = connection.prepareStatement(ROW)) {
            bind(find, place);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(LogEntry.made(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    Kept kept(AccessQuery.Cursor place) {
        try (Connection connection = reader.getConnection();
                PreparedStatement find = connection.prepareStatement(LEAVES)) {
            bind(find, place);
            try (ResultSet row = find.executeQuery()) {
                List<Long> leaves = new ArrayList<>();
                List<byte[]> hashes = new ArrayList<>();
                SignedCheckpoint checkpoint = null;
                String key = null;
                long sealed = 0;
                long last = 0;
                while (row.next()) {
                    checkpoint = checkpoint(row);
                    key = row.getString("log_key");
                    sealed = row.getLong("sealed_seq");
                    last = row.getLong("last_value");
                    if (row.getBytes("hash") != null) {
                        leaves.add(row.getLong("leaf_index"));
                        hashes.add(row.getBytes("hash"));
                    }
                }
                return new Kept(leaves, hashes, checkpoint, key, sealed, last);
            }
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    /**
     * The newest checkpoint.
     *
     * @throws NothingToProve before the first
     */
    SignedCheckpoint newest() {
        try (Connection connection = reader.getConnection();
                PreparedStatement find = connection.prepareStatement(NEWEST);
                ResultSet row = find.executeQuery()) {
            if (!row.next()) {
                throw new NothingToProve();
            }
            return checkpoint(row);
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    private static SignedCheckpoint checkpoint(ResultSet row) throws SQLException {
        return row.getString("note") == null
                ? null
                : new SignedCheckpoint(
                        row.getLong("size"),
                        row.getString("note"),
                        row.getString("cosigned"),
                        instant(row, "renewed_at"));
    }

    /** The entries that these rows make today, by number; none of a row that makes none. */
    Map<Long, List<byte[]>> entries(List<AccessQuery.Cursor> places) {
        Map<Long, List<byte[]>> entries = new HashMap<>();
        among(ROWS, places, row -> entries.put(row.getLong("seq"), LogEntry.made(row)));
        return entries;
    }

    /** The leaves of these events, by number, in the order of their parts. */
    Map<Long, List<Long>> leaves(List<AccessQuery.Cursor> places) {
        Map<Long, List<Long>> leaves = new HashMap<>();
        among(
                LEAVES_OF,
                places,
                row -> leaves.computeIfAbsent(row.getLong(1), seq -> new ArrayList<>())
                        .add(row.getLong(2)));
        return leaves;
    }

    private interface Reading {
        void of(ResultSet row) throws SQLException;
    }

    private void among(String sql, List<AccessQuery.Cursor> places, Reading reading) {
        Instant first = places.stream()
                .map(AccessQuery.Cursor::at)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant last = places.stream()
                .map(AccessQuery.Cursor::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        try (Connection connection = reader.getConnection();
                PreparedStatement find = connection.prepareStatement(sql)) {
            find.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint",
                            places.stream().map(AccessQuery.Cursor::sequence).toArray()));
            find.setObject(2, OffsetDateTime.ofInstant(first, ZoneOffset.UTC));
            find.setObject(3, OffsetDateTime.ofInstant(last, ZoneOffset.UTC));
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    reading.of(row);
                }
            }
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    private static void bind(PreparedStatement find, AccessQuery.Cursor place) throws SQLException {
        find.setObject(1, OffsetDateTime.ofInstant(place.at(), ZoneOffset.UTC));
        find.setLong(2, place.sequence());
    }

    /** The stored hashes of these spans, all by one statement. */
    Map<InclusionPath.Span, List<byte[]>> hashes(List<InclusionPath.Span> spans) {
        Map<String, byte[]> found = new HashMap<>();
        try (Connection connection = reader.getConnection();
                PreparedStatement find = connection.prepareStatement(HASHES)) {
            for (int i = 0; i <= 3; i += 3) {
                find.setArray(
                        i + 1,
                        connection.createArrayOf(
                                "integer",
                                spans.stream().map(InclusionPath.Span::level).toArray()));
                find.setArray(
                        i + 2,
                        connection.createArrayOf(
                                "bigint",
                                spans.stream().map(InclusionPath.Span::from).toArray()));
                find.setArray(
                        i + 3,
                        connection.createArrayOf(
                                "bigint",
                                spans.stream().map(InclusionPath.Span::until).toArray()));
            }
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    found.put(row.getInt(1) + " " + row.getLong(2), row.getBytes(3));
                }
            }
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
        Map<InclusionPath.Span, List<byte[]>> hashes = new HashMap<>();
        for (InclusionPath.Span span : spans) {
            List<byte[]> all = new ArrayList<>();
            for (long place = span.from(); place < span.until(); place++) {
                byte[] hash = found.get(span.level() + " " + place);
                if (hash != null) {
                    all.add(hash);
                }
            }
            hashes.put(span, all);
        }
        return hashes;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
