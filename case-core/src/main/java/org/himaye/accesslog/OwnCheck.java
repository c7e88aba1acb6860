package org.himaye.accesslog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.himaye.confidentiality.LogUnavailable;

/**
 * Holds what was sealed since a time against the rows as they are now: a row that was changed, taken away or put in is found without anybody
 * asking for it. It says nothing of the hashes above the leaves, which the sealer proves and the verifier checks, and is no proof to anybody
 * else: it is the server that says so of itself.
 */
final class OwnCheck {

    private static final int ROUND = 1000;

    /** What was sealed before a checkpoint is older than that. */
    private static final String FIRST = "select coalesce(max(c.size), 0) from himaye.log_checkpoint c where c.at <= ?";

    private static final String LEAVES = """
            select l.leaf_index, l.event_seq, l.event_at, l.part, l.hash from himaye.log_leaf l
             where l.leaf_index >= ? order by l.leaf_index limit %d
            """.formatted(ROUND);

    private static final String PUT_IN = """
            select e.id, e.seq from himaye.access_event e
             where e.at >= ?
               and (e.seq <= (select p.sealed_seq from himaye.log_position p) or e.seq > (select s.last_value from himaye.access_event_seq_seq s))
               and not exists (select 1 from himaye.log_leaf l where l.event_seq = e.seq and l.event_at = e.at)
             order by e.seq limit 1
            """;

    /** One event a night. */
    private static final String LAST = """
            select max(e.at) filter (where e.outcome = 'ALLOWED'), max(e.at) filter (where e.outcome = 'FAILED'), min(e.at)
              from himaye.access_event e where e.act = 'log.check'
            """;

    /** A day, and what a night may take longer. */
    private static final Duration LAST_DAY = Duration.ofHours(26);

    private static final Duration LONGER = Duration.ofHours(2);

    private static final String ID = "select e.id from himaye.access_event e where e.seq = ? and e.at = ?";

    private final DataSource reader;
    private final ProofReader rows;

    /** @param reader connections of a role that may read the log */
    OwnCheck(DataSource reader) {
        this.reader = reader;
        this.rows = new ProofReader(reader);
    }

    /**
     * What came of it.
     *
     * @param entries so many were compared
     * @param number of the first event that is not what was sealed, or null
     * @param event its id; null where there is none, or its row is gone
     */
    record Found(int entries, Long number, UUID event) {

        boolean sound() {
            return number == null;
        }
    }

    private record Leaf(long index, AccessQuery.Cursor place, int part, byte[] hash) {}

    /** What the events of earlier checks say: when the last sound one, the last failed one and the first of all were, each null for none. */
    private record Earlier(Instant sound, Instant failed, Instant first) {}

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * False from a check that found something until one that did not.
     *
     * @throws LogUnavailable when it cannot be read
     */
    boolean sound() {
        Earlier last = earlier();
        return last.failed() == null || last.sound() != null && last.sound().isAfter(last.failed());
    }

    /**
     * What was sealed in the last day, and whatever no check has found sound since: what was wrong, until it is as sealed again, and the nights
     * on which nobody looked.
     *
     * @throws LogUnavailable when it cannot be read
     */
    Found again(Instant now) {
        Earlier last = earlier();
        Instant begin = now.minus(LAST_DAY);
        Instant unsure = last.sound() != null
                ? last.sound().minus(LONGER)
                : last.first() != null ? last.first().minus(LAST_DAY) : begin;
        return since(unsure.isBefore(begin) ? unsure : begin);
    }

    private Earlier earlier() {
        return read(LAST, row -> new Earlier(instant(row, 1), instant(row, 2), instant(row, 3)))
                .getFirst();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** @throws LogUnavailable when it cannot be read */
    Found since(Instant time) {
        long from = read(FIRST, row -> row.getLong(1), time).getFirst();
        int entries = 0;
        for (List<Leaf> round = leaves(from); !round.isEmpty(); round = leaves(from)) {
            Map<Long, List<byte[]>> now =
                    rows.entries(round.stream().map(Leaf::place).toList());
            for (Leaf leaf : round) {
                entries++;
                if (!holds(leaf, now.getOrDefault(leaf.place().sequence(), List.of()))) {
                    return new Found(entries, leaf.place().sequence(), id(leaf.place()));
                }
            }
            from = round.getLast().index() + 1;
        }
        int compared = entries;
        return read(PUT_IN, row -> new Found(compared, row.getLong(2), row.getObject(1, UUID.class)), time).stream()
                .findFirst()
                .orElse(new Found(compared, null, null));
    }

    private static boolean holds(Leaf leaf, List<byte[]> entries) {
        return leaf.part() < entries.size() && Arrays.equals(LogTree.leaf(entries.get(leaf.part())), leaf.hash());
    }

    private List<Leaf> leaves(long from) {
        return read(
                LEAVES,
                row -> new Leaf(
                        row.getLong(1),
                        new AccessQuery.Cursor(
                                row.getObject(3, OffsetDateTime.class).toInstant(), row.getLong(2)),
                        row.getInt(4),
                        row.getBytes(5)),
                from);
    }

    private UUID id(AccessQuery.Cursor place) {
        return read(ID, row -> row.getObject(1, UUID.class), place.sequence(), place.at()).stream()
                .findFirst()
                .orElse(null);
    }

    private <T> List<T> read(String sql, Reading<T> reading, Object... values) {
        try (Connection connection = reader.getConnection();
                PreparedStatement ask = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                ask.setObject(
                        i + 1,
                        values[i] instanceof Instant at ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC) : values[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet row = ask.executeQuery()) {
                while (row.next()) {
                    found.add(reading.of(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }
}
