package org.himaye.accesslog;

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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.himaye.confidentiality.LogUnavailable;

/**
 * Holds what was sealed against the rows as they are now, the last day each night and what is older in turn, once a month: a row that was
 * changed, taken away or put in is found without anybody asking for it. It says nothing of the hashes above the leaves, which the sealer proves
 * and the verifier checks, and is no proof to anybody else: it is the server that says so of itself.
 */
final class OwnCheck {

    private static final int ROUND = 1000;

    /** What was sealed before a checkpoint is older than that. */
    private static final String FIRST = "select coalesce(max(c.size), 0) from himaye.log_checkpoint c where c.at <= ?";

    private static final String LEAVES = """
            select l.leaf_index, l.event_seq, l.event_at, l.part, l.hash from himaye.log_leaf l
             where l.leaf_index >= ? and l.leaf_index < ? order by l.leaf_index limit %d
            """.formatted(ROUND);

    private static final String SEALED = "select p.size, p.sealed_seq from himaye.log_position p";

    private static final String AT = "select l.event_at from himaye.log_leaf l where l.leaf_index = ?";

    /** All of them before the first: in the order of an index the database would go through every month, because there is none. */
    private static final String PUT_IN = """
            with put_in as materialized (
            select e.id, e.seq from himaye.access_event e
             where e.at >= ? and e.at <= ?
               and (e.seq <= (select p.sealed_seq from himaye.log_position p) or e.seq > (select s.last_value from himaye.access_event_seq_seq s))
               and not exists (select 1 from himaye.log_leaf l where l.event_seq = e.seq and l.event_at = e.at))
            select p.id, p.seq from put_in p order by p.seq limit 1
            """;

    /** One event a night. */
    private static final String LAST = """
            select max(e.at) filter (where e.outcome = 'ALLOWED'), max(e.at) filter (where e.outcome = 'FAILED'), min(e.at),
                   (select e.fields[1] from himaye.access_event e where e.act = 'log.check' and e.outcome = 'ALLOWED' order by e.at desc limit 1)
              from himaye.access_event e where e.act = 'log.check'
            """;

    /** The leaf at which the next night goes on, as a sound check names it in its event: one that found something is looked at again. */
    private static final String PLACE = "log_leaf.";

    private static final Pattern PLACED = Pattern.compile("log_leaf\\.([0-9]{1,18})");

    /** In so many nights all of the log was looked at. */
    private static final int NIGHTS = 28;

    /** A night looks at so many leaves of a small log. */
    private static final int LEAST = 4096;

    /** A day, and what a night may take longer. */
    private static final Duration LAST_DAY = Duration.ofHours(26);

    private static final Duration LONGER = Duration.ofHours(2);

    private static final String ID = "select e.id from himaye.access_event e where e.seq = ? and e.at = ?";

    private final DataSource reader;
    private final ProofReader rows;
    private final int least;

    /** @param reader connections of a role that may read the log */
    OwnCheck(DataSource reader) {
        this(reader, LEAST);
    }

    /** @param least so many leaves of what is older are looked at in a night, if there are as many */
    OwnCheck(DataSource reader, int least) {
        this.least = least;
        this.reader = reader;
        this.rows = new ProofReader(reader);
    }

    /**
     * What came of it.
     *
     * @param entries so many were compared
     * @param number of the first event that is not what was sealed, or null; where leaves are missing, of the first behind them, or the last
     *     that was sealed when there is none
     * @param event its id; null where there is none, or its row is gone
     * @param next the leaf at which the next night goes on; null when nothing was looked at in turn, or not to the end
     */
    record Found(int entries, Long number, UUID event, Long next) {

        boolean sound() {
            return number == null;
        }

        /** For the event: where the next night goes on. */
        List<String> fields() {
            return next == null ? List.of() : List.of(PLACE + next);
        }

        private Found and(Found more) {
            return new Found(entries + more.entries, more.number, more.event, more.next);
        }
    }

    /**
     * How far the sealer is.
     *
     * @param size so many leaves there are
     * @param last the number of the last event that it passed
     */
    private record Sealed(long size, long last) {}

    private record Leaf(long index, AccessQuery.Cursor place, int part, byte[] hash) {}

    /**
     * What the events of earlier checks say.
     *
     * @param sound when the last sound one was, null for none; so are the others
     * @param place the leaf at which it is to go on
     */
    private record Earlier(Instant sound, Instant failed, Instant first, long place) {}

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
     * on which nobody looked; and of all that is older the part whose turn it is.
     *
     * @throws LogUnavailable when it cannot be read
     */
    Found again(Instant now) {
        Earlier last = earlier();
        Instant begin = now.minus(LAST_DAY);
        Instant unsure = last.sound() != null
                ? last.sound().minus(LONGER)
                : last.first() != null ? last.first().minus(LAST_DAY) : begin;
        Found recent = since(unsure.isBefore(begin) ? unsure : begin);
        return recent.sound() ? recent.and(turn(last.place())) : recent;
    }

    private static long place(String field) {
        Matcher placed = PLACED.matcher(Objects.requireNonNullElse(field, ""));
        return placed.matches() ? Long.parseLong(placed.group(1)) : 0;
    }

    /** The leaves from here, a share of all, and the rows of their time; of the first and the last share those before and behind it, too. */
    private Found turn(long place) {
        long size = sealed().size();
        long from = place < size ? place : 0;
        long end = Math.min(size, from + Math.max(least, size / NIGHTS));
        Found changed = compare(from, end);
        Found found = changed.sound()
                ? changed.and(putIn(
                        from == 0 ? OffsetDateTime.MIN : at(from).orElse(OffsetDateTime.MIN),
                        end == size ? OffsetDateTime.MAX : at(end).orElse(OffsetDateTime.MAX)))
                : changed;
        return found.sound() ? new Found(found.entries(), null, null, end == size ? 0 : end) : found;
    }

    private Optional<OffsetDateTime> at(long leaf) {
        return read(AT, row -> row.getObject(1, OffsetDateTime.class), leaf).stream()
                .findFirst();
    }

    private Earlier earlier() {
        return read(
                        LAST,
                        row -> new Earlier(instant(row, 1), instant(row, 2), instant(row, 3), place(row.getString(4))))
                .getFirst();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** @throws LogUnavailable when it cannot be read */
    Found since(Instant time) {
        Found changed = compare(read(FIRST, row -> row.getLong(1), time).getFirst(), Long.MAX_VALUE);
        return changed.sound() ? changed.and(putIn(time.atOffset(ZoneOffset.UTC), OffsetDateTime.MAX)) : changed;
    }

    /** Each leaf in its turn: one that is missing was taken away, with its row or without. */
    private Found compare(long first, long end) {
        Sealed sealed = sealed();
        long until = Math.min(end, sealed.size());
        long next = first;
        while (next < until) {
            List<Leaf> round = leaves(next, until);
            Map<Long, List<byte[]>> now = round.isEmpty()
                    ? Map.of()
                    : rows.entries(round.stream().map(Leaf::place).toList());
            for (Leaf leaf : round) {
                if (leaf.index() != next
                        || !holds(leaf, now.getOrDefault(leaf.place().sequence(), List.of()))) {
                    return new Found((int) (next - first), leaf.place().sequence(), id(leaf.place()), null);
                }
                next++;
            }
            if (round.isEmpty()) {
                return new Found((int) (next - first), sealed.last(), null, null);
            }
        }
        return new Found((int) Math.max(0, next - first), null, null, null);
    }

    private Sealed sealed() {
        return read(SEALED, row -> new Sealed(row.getLong(1), row.getLong(2))).getFirst();
    }

    /** The first row of this time that the sealer passed, or the database never counted, and that no leaf is of. */
    private Found putIn(OffsetDateTime first, OffsetDateTime last) {
        return read(PUT_IN, row -> new Found(0, row.getLong(2), row.getObject(1, UUID.class), null), first, last)
                .stream()
                .findFirst()
                .orElse(new Found(0, null, null, null));
    }

    private static boolean holds(Leaf leaf, List<byte[]> entries) {
        return leaf.part() < entries.size() && Arrays.equals(LogTree.leaf(entries.get(leaf.part())), leaf.hash());
    }

    private List<Leaf> leaves(long from, long end) {
        return read(
                LEAVES,
                row -> new Leaf(
                        row.getLong(1),
                        new AccessQuery.Cursor(
                                row.getObject(3, OffsetDateTime.class).toInstant(), row.getLong(2)),
                        row.getInt(4),
                        row.getBytes(5)),
                from,
                end);
    }

    private UUID id(AccessQuery.Cursor place) {
        return read(ID, row -> row.getObject(1, UUID.class), place.sequence(), place.at()).stream()
                .findFirst()
                .orElse(null);
    }

    private <T> List<T> read(String sql, Reading<T> reading, Object... values) {
        try (PatientReader patient = PatientReader.of(reader);
                PreparedStatement ask = patient.connection().prepareStatement(sql)) {
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
