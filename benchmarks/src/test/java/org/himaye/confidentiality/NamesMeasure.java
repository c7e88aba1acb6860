package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.himaye.benchmarks.Figures;
import org.himaye.benchmarks.Side;
import org.himaye.benchmarks.Turns;
import org.himaye.benchmarks.World;
import org.himaye.casefile.Reach;
import org.himaye.search.PersonName;
import org.himaye.search.SearchIndex;
import org.himaye.search.SearchNotReady;
import org.himaye.search.SearchQuestion;
import org.himaye.search.SearchService;
import org.himaye.stack.Stack;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/** The index of names of a million people: built in the server from sealed entries, and searched by act with its event. */
@ArquillianTest
class NamesMeasure {

    private static final int PEOPLE = 1_000_000;
    private static final int HOUSES = 20;
    private static final int OF_ONE_WORKER = 60;
    private static final Duration BLOCK = Duration.ofSeconds(10);
    private static final double SEARCH_MICROS = 50_000;
    private static final double BUILD_SECONDS = 60;
    private static final double NANOS = 1e9;
    private static final long MB = 1_000_000;
    private static final int BETWEEN_MILLIS = 20;
    private static final int CLOSING_MILLIS = 400;

    /** The server's other application has an index of its own; the youngest listener is ours. */
    private static final String END_LISTENER = "select pg_terminate_backend(pid)::int from pg_stat_activity"
            + " where query = 'listen himaye_search' order by backend_start desc limit 1";

    @Inject
    private SearchService search;

    @EJB
    private SearchIndex index;

    @Inject
    private CurrentCaller currentCaller;

    @Resource
    private ManagedThreadFactory threads;

    @Deployment
    static Archive<?> core() throws Exception {
        Stack stack = Stack.shared();
        new World(stack).grow(PEOPLE);
        try (Connection connection = stack.superuser("himaye");
                Statement statement = connection.createStatement()) {
            RealNames.make(connection, stack.places().keys(), PEOPLE);
            statement.execute("insert into himaye.configuration (key, value, valid_from, source)"
                    + " values ('quota.search.per_hour', 1000000, '2006-01-01', 'measure')");
        }
        return MeasuredCore.with("", NamesMeasure.class, RealNames.class, SuperuserConnection.class);
    }

    @Test
    void namesOfAMillion() throws Exception {
        Figures figures = figures();
        awaitIndex();
        SuperuserConnection.number(END_LISTENER);
        long begin = System.nanoTime();
        while (ready()) {
            Thread.sleep(BETWEEN_MILLIS);
        }
        // Closed and let go in the second before the new one is begun.
        Thread.sleep(CLOSING_MILLIS);
        long without = used();
        awaitIndex();
        double seconds = (System.nanoTime() - begin) / NANOS;
        long with = used();
        figures.require(
                seconds <= BUILD_SECONDS,
                String.format(
                        Locale.ROOT,
                        "index of the names of %,d people: built in %.1f s, %d MB of heap",
                        PEOPLE,
                        seconds,
                        (with - without) / MB),
                "at most 60 s");
        search(figures, Role.CASEWORKER, null, OF_ONE_WORKER);
        search(figures, Role.SUPERVISOR, Purpose.SUPERVISION, PEOPLE / HOUSES);
        figures.demandAllMet();
    }

    private static Figures figures() throws Exception {
        try (InputStream in = MeasuredCore.class.getResourceAsStream("/" + MeasuredCore.FIGURES)) {
            return new Figures(Path.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)), "names");
        }
    }

    private boolean ready() {
        try {
            index.find(new PersonName(List.of(), null), new Reach(null, List.of(), List.of()));
            return true;
        } catch (SearchNotReady wait) {
            return false;
        }
    }

    private void awaitIndex() throws InterruptedException {
        while (!ready()) {
            Thread.sleep(BETWEEN_MILLIS);
        }
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void search(Figures figures, Role role, Purpose purpose, int reached) {
        ExecutorService worker = Executors.newSingleThreadExecutor(threads);
        try {
            Side side = new Turns(worker, 1, 0, BLOCK).alone(() -> searching(role, purpose));
            figures.require(
                    side.p95() <= SEARCH_MICROS,
                    String.format(
                            Locale.ROOT,
                            "search for a name among %,d people, of whom the %s reaches %,d, half of the names with a slip: %s",
                            PEOPLE,
                            role,
                            reached,
                            side),
                    "p95 at most 50 ms");
        } finally {
            worker.shutdownNow();
        }
    }

    /**
     * Every second name with a letter left out; a name as it stands must find its person. Twenty colleagues in turn: an hour's quota is
     * counted from the log, and nobody asks thousands of times.
     */
    private Turns.Work searching(Role role, Purpose purpose) {
        RequestContextController request =
                CDI.current().select(RequestContextController.class).get();
        int[] asked = new int[1];
        return () -> {
            int turn = asked[0]++;
            int house = turn % HOUSES;
            int person = house + HOUSES * (turn / HOUSES % OF_ONE_WORKER);
            boolean slip = turn / HOUSES % 2 == 1;
            String name = RealNames.name(person);
            String typed = slip ? name.substring(0, name.length() - 5) + name.substring(name.length() - 4) : name;
            request.activate();
            try {
                currentCaller.enter(caller(role, house));
                long begin = System.nanoTime();
                boolean found = search.search(new SearchQuestion(typed, null), purpose).hits().stream()
                        .anyMatch(hit -> hit.personId().equals(World.id("person" + person)));
                long time = System.nanoTime() - begin;
                assertTrue(slip || found, "a person is found by her name");
                return time;
            } finally {
                request.deactivate();
            }
        };
    }

    private static Caller caller(Role role, int house) {
        return new Caller(
                World.id(role == Role.SUPERVISOR ? "head" + house : "worker" + house + "-0"),
                role.name(),
                role,
                World.id("house" + house),
                EnumSet.allOf(Permission.class),
                "test",
                "test");
    }
}
