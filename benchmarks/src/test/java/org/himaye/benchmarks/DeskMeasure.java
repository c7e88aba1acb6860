package org.himaye.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.himaye.accesslog.DeskRace;
import org.himaye.accesslog.DeskRace.Asked;
import org.himaye.stack.Stack;
import org.junit.jupiter.api.Test;

/** The auditor's pages of a log of ten million events: the first by case, by account and month, and of emergency access; and one far behind it. */
class DeskMeasure {

    private static final long EVENTS = Long.getLong("himaye.events", 10_000_000);
    private static final int CASES = 100_000;
    private static final int ROUNDS = 5;
    private static final Duration BLOCK = Duration.ofSeconds(1);
    private static final double TIMES = 1.5;
    private static final double MICROS = 5_000;
    private static final int DEEP = 1_000;
    private static final double DEEP_TIMES = 2;
    private static final int PAGE = 50;
    private static final double NANOS = 1e9;

    private final Stack stack = Stack.shared();
    private final Figures figures = new Figures("desk");

    @Test
    void pagesOfALargeLog() throws Exception {
        new World(stack).grow(CASES);
        long begin = System.nanoTime();
        LargeLog log = new LargeLog(stack, EVENTS, CASES);
        log.write();
        figures.tell(String.format(Locale.ROOT, "        desk, %,d events made in %.0f s", EVENTS, seconds(begin)));
        try (ExecutorService threads = Executors.newSingleThreadExecutor();
                Connection desk = reader();
                Connection free = stack.superuser("himaye")) {
            Turns turns = new Turns(threads, 1, ROUNDS, BLOCK);
            DeskRace race = new DeskRace(desk, free);
            for (Asked asked : Asked.values()) {
                first(race, turns, asked);
                deep(race, turns, asked);
            }
            for (Asked asked : Asked.values()) {
                tell(turns, "the picture beside it, " + asked, () -> race.picture(asked));
            }
            tell(turns, "everybody who touched the busy case", race::people);
            begin = System.nanoTime();
            race.nothing();
            figures.tell(String.format(
                    Locale.ROOT, "        desk, a filter that nothing fits, without a limit: %.1f s", seconds(begin)));
        }
        log.remove();
        figures.demandAllMet();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / NANOS;
    }

    private Connection reader() throws SQLException {
        Connection connection = stack.superuser("himaye");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role himaye_log_reader");
        }
        return connection;
    }

    private interface Asking {
        Object once() throws Exception;
    }

    private static Turns.Worker timed(Asking asking) {
        return () -> () -> {
            long begin = System.nanoTime();
            asking.once();
            return System.nanoTime() - begin;
        };
    }

    private void first(DeskRace race, Turns turns, Asked asked) throws Exception {
        assertEquals(race.rival(asked), race.ours(asked), "both sides read the same events");
        Rounds rounds = turns.run(timed(() -> race.ours(asked)), timed(() -> race.rival(asked)));
        figures.require(
                rounds.ours().p50() <= TIMES * rounds.rival().p50() + MICROS,
                String.format(
                        Locale.ROOT,
                        "desk, first page and count, %s, %,d events: %s times hand-written SQL; ours %s; rival %s",
                        asked,
                        EVENTS,
                        rounds.ratio(side -> 1 / side.perSecond()),
                        rounds.ours(),
                        rounds.rival()),
                "p50 at most " + TIMES + " times and 5 ms");
    }

    private void deep(DeskRace race, Turns turns, Asked asked) throws Exception {
        DeskRace.Deep deep = race.deep(asked, DEEP);
        if (deep == null) {
            return;
        }
        List<String> far = race.ours(asked, deep.before());
        assertEquals(
                race.rival(asked, (deep.page() - 1) * PAGE), far, "a page far behind is the same by counting rows");
        Rounds rounds = turns.run(timed(() -> race.ours(asked, deep.before())), timed(() -> race.ours(asked)));
        Rounds.Ratio ratio = rounds.ratio(side -> 1 / side.perSecond());
        figures.require(
                ratio.median() <= DEEP_TIMES,
                String.format(
                        Locale.ROOT,
                        "desk, page %,d, %s: %s times the first; %s to %s",
                        deep.page(),
                        asked,
                        ratio,
                        rounds.ours(),
                        rounds.rival()),
                "at most " + DEEP_TIMES);
    }

    private void tell(Turns turns, String what, Runnable work) {
        Side side = turns.alone(timed(() -> {
            work.run();
            return null;
        }));
        figures.tell("        desk, " + what + ": " + side);
    }
}
