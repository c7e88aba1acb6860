package org.himaye.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.himaye.accesslog.AppendRace;
import org.himaye.confidentiality.AccessEvent;
import org.himaye.stack.Stack;
import org.junit.jupiter.api.Test;

/**
 * Events of eight clients while the server of the stack seals them, against the same with the sealer kept out by its own lock, and
 * against a chain of hashes inside of the transaction. Then how long an event waits for its leaf, and how many bytes it takes.
 */
class AppendMeasure {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 5;
    private static final Duration BLOCK = Duration.ofSeconds(3);
    private static final double OF_UNSEALED = 0.9;
    private static final double OF_CHAIN = 5;
    private static final int PER_SECOND = 1_000;
    private static final Duration PACED = Duration.ofSeconds(30);
    private static final double LAG_MILLIS = 1_000;
    private static final double BYTES = 1.4;
    private static final int CASES = 10_000;

    private static final String WAITING =
            "select last_value - sealed_seq from himaye.access_event_seq_seq, himaye.log_position";

    private final Stack stack = Stack.shared();
    private final Figures figures = new Figures("append");

    private final ThreadLocal<Connection> plain = ThreadLocal.withInitial(() -> application(true));
    private final ThreadLocal<Connection> chained = ThreadLocal.withInitial(() -> application(false));

    private Connection application(boolean commits) {
        try {
            Connection connection = stack.superuser("himaye");
            try (Statement statement = connection.createStatement()) {
                statement.execute("set role himaye_app");
            }
            connection.setAutoCommit(commits);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AccessEvent event() {
        int number = (int) (Math.random() * CASES);
        return AppendRace.event(
                World.id("worker0-" + number % 100), World.id("case" + number), World.id("person" + number));
    }

    /** Whether the server may seal: while another holds the lock it may not. */
    private static final class Sealing implements AutoCloseable {

        private final Connection holder;
        private boolean off;

        private Sealing(Connection holder) {
            this.holder = holder;
        }

        private synchronized void off() throws SQLException {
            if (!off) {
                run("select pg_advisory_lock(" + AppendRace.SEALERS_LOCK + ")");
                off = true;
            }
        }

        /** Returns when nothing of before waits any more. */
        private synchronized void on() throws SQLException {
            if (off) {
                run("select pg_advisory_unlock(" + AppendRace.SEALERS_LOCK + ")");
                off = false;
                while (waiting() > 0) {
                    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                }
            }
        }

        private void run(String sql) throws SQLException {
            try (Statement statement = holder.createStatement()) {
                statement.execute(sql);
            }
        }

        private long waiting() throws SQLException {
            try (Statement statement = holder.createStatement()) {
                return number(statement, WAITING);
            }
        }

        @Override
        public void close() throws SQLException {
            holder.close();
        }
    }

    @Test
    void eventsAreWrittenWhileTheyAreSealed() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
                Sealing sealing = new Sealing(stack.superuser("himaye"))) {
            Turns turns = new Turns(threads, CLIENTS, ROUNDS, BLOCK);
            AppendRace.makeChain(sealing.holder);
            Turns.Worker sealed = () -> {
                sealing.on();
                return () -> timed(() -> AppendRace.plain(plain.get(), event()));
            };
            Turns.Worker unsealed = () -> {
                sealing.off();
                return () -> timed(() -> AppendRace.plain(plain.get(), event()));
            };
            Turns.Worker chain = () -> {
                sealing.off();
                return () -> timed(() -> AppendRace.chained(chained.get(), event()));
            };
            require(turns.run(sealed, unsealed), OF_UNSEALED, "the same without sealing");
            require(turns.run(sealed, chain), OF_CHAIN, "a chain of hashes under one lock");
            sealing.on();
            lag(threads);
            sealing.on();
            bytes(sealing.holder);
        }
        figures.demandAllMet();
    }

    private void require(Rounds rounds, double least, String rival) {
        Rounds.Ratio ratio = rounds.ratio(Side::perSecond);
        figures.require(
                ratio.median() >= least,
                "append, 8 clients: " + ratio + " of " + rival + "; ours " + rounds.ours() + "; rival "
                        + rounds.rival(),
                "at least " + least);
    }

    private interface Timed {
        void once() throws SQLException;
    }

    private static long timed(Timed work) throws SQLException {
        long begin = System.nanoTime();
        work.once();
        return System.nanoTime() - begin;
    }

    /** When it was seen that everything up to a number has its leaf, by the database's clock. */
    private record Seen(long number, double at) {}

    private void lag(ExecutorService threads) throws Exception {
        try (Connection watching = stack.superuser("himaye");
                Statement watch = watching.createStatement()) {
            long first = number(watch, "select last_value from himaye.access_event_seq_seq");
            List<Future<?>> writers = new ArrayList<>();
            long end = System.nanoTime() + PACED.toNanos();
            for (int i = 0; i < CLIENTS; i++) {
                writers.add(threads.submit(() -> {
                    long next = System.nanoTime();
                    while (next < end) {
                        AppendRace.plain(plain.get(), event());
                        next += Duration.ofSeconds(CLIENTS).toNanos() / PER_SECOND;
                        LockSupport.parkNanos(next - System.nanoTime());
                    }
                    return null;
                }));
            }
            List<Seen> seen = new ArrayList<>();
            while (System.nanoTime() < end + Duration.ofSeconds(3).toNanos()) {
                try (ResultSet row = watch.executeQuery(
                        "select sealed_seq, extract(epoch from clock_timestamp())::float8 from himaye.log_position")) {
                    row.next();
                    if (seen.isEmpty() || seen.getLast().number() < row.getLong(1)) {
                        seen.add(new Seen(row.getLong(1), row.getDouble(2)));
                    }
                }
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            Histogram lags = new Histogram(3);
            try (ResultSet rows = watch.executeQuery(
                    "select seq, extract(epoch from at)::float8 from himaye.access_event where seq > " + first
                            + " order by seq")) {
                int next = 0;
                while (rows.next()) {
                    while (seen.get(next).number() < rows.getLong(1)) {
                        next++;
                    }
                    lags.recordValue((long) ((seen.get(next).at() - rows.getDouble(2)) * 1_000));
                }
            }
            double rate = lags.getTotalCount() / (double) PACED.toSeconds();
            figures.require(
                    lags.getValueAtPercentile(99) <= LAG_MILLIS && rate >= PER_SECOND * 0.95,
                    String.format(
                            Locale.ROOT,
                            "append, time until an event has its leaf at %,.0f events/s: p50 %d ms, p99 %d ms, longest %d ms",
                            rate,
                            lags.getValueAtPercentile(50),
                            lags.getValueAtPercentile(99),
                            lags.getMaxValue()),
                    "p99 at most 1 s at 1,000 events/s");
            assertEquals(0, number(watch, WAITING));
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The index on the number is there for the sealer, so it counts as its own. */
    private void bytes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long events = number(
                    statement,
                    "select sum(pg_total_relation_size(inhrelid)) from pg_inherits where inhparent in"
                            + " ('himaye.access_event'::regclass, 'himaye.access_event_case'::regclass)");
            long numbers = number(
                    statement,
                    "select sum(pg_relation_size(inhrelid)) from pg_inherits where inhparent = 'himaye.ix_access_event_seq'::regclass");
            long proof = number(
                    statement,
                    "select sum(pg_total_relation_size(each)) from unnest(array['himaye.log_leaf', 'himaye.log_node',"
                            + " 'himaye.log_checkpoint', 'himaye.log_position']::regclass[]) each");
            long count = number(statement, "select count(*) from himaye.access_event");
            double ratio = (events + proof) / (double) (events - numbers);
            figures.require(
                    ratio <= BYTES,
                    String.format(
                            Locale.ROOT,
                            "append, bytes of an event with its leaf at %,d events: %.2f times those without; %d and %d",
                            count,
                            ratio,
                            (events + proof) / count,
                            (events - numbers) / count),
                    "at most " + BYTES);
        }
    }
}
