package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.himaye.benchmarks.Figures;
import org.himaye.benchmarks.Rounds;
import org.himaye.benchmarks.Side;
import org.himaye.benchmarks.SignedContext;
import org.himaye.benchmarks.Turns;
import org.himaye.benchmarks.World;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.CaseOpenRival;
import org.himaye.intake.PersonFile;
import org.himaye.intake.PersonFileService;
import org.himaye.stack.Stack;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/** A person's page of a case, opened by eight people at once: the service with act, policy, event and keys against JDBC by hand. */
@ArquillianTest
class OpenMeasure {

    private static final int CASES = 100_000;
    private static final int OPENED = 1_000;
    private static final int HOUSES = 20;
    private static final int THREADS = 8;
    private static final int ROUNDS = 6;
    private static final Duration BLOCK = Duration.ofSeconds(4);
    private static final Duration WARM_UP = Duration.ofSeconds(45);
    private static final double AT_LEAST = 0.6;
    private static final double LATER_AT_MOST = 1.5;
    private static final double LATER_MICROS = 2_000;

    @Inject
    private PersonFileService persons;

    @Inject
    private CurrentCaller currentCaller;

    @Resource
    private ManagedThreadFactory threads;

    @Resource(lookup = "jdbc/himaye")
    private DataSource rows;

    @Resource(lookup = "jdbc/himaye-log")
    private DataSource log;

    @Deployment
    static Archive<?> core() throws Exception {
        Stack stack = Stack.shared();
        StringBuilder opened = new StringBuilder();
        opened.append(new World(stack).grow(CASES)).append('\n');
        try (Connection connection = stack.superuser("himaye");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            RealPeople people = new RealPeople(connection, stack.places().keys());
            for (int i = 0; i < OPENED; i++) {
                CaseNumber number = people.make(World.id("case" + i), World.id("person" + i));
                opened.append(number).append(' ').append(i % HOUSES).append('\n');
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze");
        }
        return MeasuredCore.with(
                opened.toString(), OpenMeasure.class, CaseOpenRival.class, SuperuserConnection.class, RealPeople.class);
    }

    /** A case and its caseworker. */
    private record Opened(CaseNumber number, UUID worker, UUID house) {

        static Opened of(String line) {
            String[] parts = line.split(" ");
            return new Opened(
                    new CaseNumber(parts[0]), World.id("worker" + parts[1] + "-0"), World.id("house" + parts[1]));
        }

        Caller caller() {
            return new Caller(
                    worker, "Worker", Role.CASEWORKER, house, EnumSet.allOf(Permission.class), "test", "test");
        }
    }

    private static String resource(String name) throws Exception {
        try (InputStream in = MeasuredCore.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aCaseIsOpenedByEightAtOnce() throws Exception {
        Figures figures = new Figures(Path.of(resource(MeasuredCore.FIGURES)), "open");
        List<Opened> cases =
                resource(MeasuredCore.CASES).lines().skip(1).map(Opened::of).toList();
        long all =
                Long.parseLong(resource(MeasuredCore.CASES).lines().findFirst().orElseThrow());
        currentCaller.enter(cases.getFirst().caller());
        PersonFile first = persons.open(cases.getFirst().number(), null);
        List<String> shown = shown(first);
        assertEquals("Qızılgülova", first.person().text("familyName"));
        assertEquals("Bahar bağı", first.contacts().getFirst().text("codeWord"));

        SignedContext context = new SignedContext(Path.of(System.getProperty("himaye.keys")));
        Object[] classes = Stream.of(DataClass.IDENTITY, DataClass.CONTACT_LOCATION, DataClass.STATISTICAL)
                .map(DataClass::tag)
                .toArray();
        ExecutorService workers = Executors.newFixedThreadPool(THREADS, threads);
        try {
            Turns.Worker rival = () -> {
                CaseOpenRival hand = new CaseOpenRival(rows, log, context, shown.toArray(), classes, RealPeople.SEALED);
                return () -> {
                    Opened any = any(cases);
                    long begin = System.nanoTime();
                    hand.open(any.number(), any.worker(), any.house());
                    return System.nanoTime() - begin;
                };
            };
            new Turns(workers, THREADS, 0, WARM_UP).alone(() -> opening(cases));
            Rounds rounds = new Turns(workers, THREADS, ROUNDS, BLOCK).run(() -> opening(cases), rival);
            tell(figures, all, shown.size(), rounds);
        } finally {
            workers.shutdownNow();
        }
        figures.demandAllMet();
    }

    private static Opened any(List<Opened> cases) {
        return cases.get(ThreadLocalRandom.current().nextInt(cases.size()));
    }

    /** A request of its own for each, as a page has; its beginning and end are the server's and not counted. */
    private Turns.Work opening(List<Opened> cases) {
        RequestContextController request =
                CDI.current().select(RequestContextController.class).get();
        return () -> {
            Opened any = any(cases);
            request.activate();
            try {
                currentCaller.enter(any.caller());
                long begin = System.nanoTime();
                persons.open(any.number(), null);
                return System.nanoTime() - begin;
            } finally {
                request.deactivate();
            }
        };
    }

    /** The attributes on the page that the event names, those of the head among them. */
    private static List<String> shown(PersonFile file) {
        List<String> names = new ArrayList<>();
        file.person().keySet().forEach(name -> names.add("person." + name));
        file.contacts().getFirst().keySet().forEach(name -> names.add("contact_point." + name));
        return names;
    }

    private static void tell(Figures figures, long cases, int fields, Rounds rounds) {
        Rounds.Ratio ratio = rounds.ratio(Side::perSecond);
        figures.require(
                ratio.median() >= AT_LEAST,
                String.format(
                        Locale.ROOT,
                        "audited opening of a case at %,d cases, %d threads, %d attributes and the head, %d opened: %s of the"
                                + " throughput by hand; ours %s; rival %s",
                        cases,
                        THREADS,
                        fields,
                        RealPeople.SEALED,
                        ratio,
                        rounds.ours(),
                        rounds.rival()),
                "at least " + AT_LEAST);
        double limit = LATER_AT_MOST * rounds.rival().p95() + LATER_MICROS;
        figures.require(
                rounds.ours().p95() <= limit,
                String.format(
                        Locale.ROOT,
                        "audited opening, p95: %.2f ms",
                        rounds.ours().p95() / 1000),
                String.format(Locale.ROOT, "at most 1.5 times the rival's + 2 ms = %.2f ms", limit / 1000));
    }
}
