package org.himaye.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.himaye.casefile.CaseListRace;
import org.himaye.confidentiality.KeyedHash;
import org.himaye.stack.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The list of cases, which begins with few, and then the lookup of a number, on the stack's own PostgreSQL, as the application's role and as nobody who has rules. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class CasesMeasure {

    private static final int ROUNDS = 5;
    private static final Duration BLOCK = Duration.ofSeconds(1);
    private static final int SMALL = 1_000;
    private static final int MIDDLE = 100_000;
    private static final int LARGE = 1_000_000;
    private static final double LIST_AT_MOST = 1.5;
    private static final double GROWTH_AT_MOST = 3;
    private static final int HOUSES = 20;
    private static final int PAGE = 25;
    private static final int DEEP = 1_000;
    private static final double DEEP_AT_MOST = 2;
    private static final double LOOKUP_AT_MOST = 2;
    private static final int KNOWN = 1_000;
    private static final UUID HOUSE = World.id("house0");

    private static Stack stack;
    private static World world;
    private static SignedContext context;
    private static ExecutorService threads;
    private static Turns turns;

    @BeforeAll
    static void begin() throws Exception {
        stack = Stack.shared();
        System.setProperty("himaye.keys", stack.places().keys().toString());
        world = new World(stack);
        context = new SignedContext(stack.places().keys());
        threads = Executors.newSingleThreadExecutor();
        turns = new Turns(threads, 1, ROUNDS, BLOCK);
    }

    @AfterAll
    static void end() {
        threads.shutdownNow();
    }

    private enum Reader {
        SUPERVISOR("head0"),
        CASEWORKER("worker0-0");

        private final UUID account;

        Reader(String name) {
            this.account = World.id(name);
        }

        private String told() throws GeneralSecurityException {
            return context.signed(account, HOUSE, name());
        }

        private CaseListRace race() {
            return this == SUPERVISOR
                    ? CaseListRace.ofSupervisor(account, HOUSE)
                    : CaseListRace.ofCaseworker(account, HOUSE);
        }
    }

    /** What is timed: the statement alone, or the whole transaction with what says who asks. */
    private enum Part {
        STATEMENT,
        TRANSACTION
    }

    @Test
    void listAtEverySize() throws Exception {
        Figures figures = new Figures("list");
        List<Double> supervisor = new ArrayList<>();
        List<Double> caseworker = new ArrayList<>();
        for (int cases : new int[] {SMALL, MIDDLE, LARGE}) {
            assertEquals(cases, world.grow(cases), "the list is measured before anything else makes cases");
            supervisor.add(list(figures, cases, Reader.SUPERVISOR));
            caseworker.add(list(figures, cases, Reader.CASEWORKER));
            if (cases >= MIDDLE) {
                deep(figures, cases);
            }
        }
        growth(figures, Reader.SUPERVISOR, supervisor);
        growth(figures, Reader.CASEWORKER, caseworker);
        figures.demandAllMet();
    }

    private static void growth(Figures figures, Reader reader, List<Double> times) {
        double growth = times.getLast() / times.getFirst();
        figures.require(
                growth <= GROWTH_AT_MOST,
                String.format(Locale.ROOT, "list of a %s: t(1M)/t(1k) = %.2f", reader, growth),
                "at most " + GROWTH_AT_MOST);
    }

    private double list(Figures figures, int cases, Reader reader) throws Exception {
        try (Connection application = stack.superuser("himaye");
                Connection free = stack.superuser("himaye")) {
            begin(application, "himaye_app");
            begin(free, null);
            CaseListRace race = reader.race();
            assertEquals(race.rival(free), race.ours(application, reader.told()), "both sides read the same rows");
            application.rollback();
            double time = 0;
            for (Part part : Part.values()) {
                Rounds rounds = turns.run(
                        () -> () -> timed(part, application, null, () -> race.ours(application, reader.told())),
                        () -> () -> timed(part, free, null, () -> race.rival(free)));
                Rounds.Ratio ratio = rounds.ratio(side -> 1 / side.perSecond());
                String line = String.format(
                        Locale.ROOT,
                        "list of a %s at %,d cases, %s: %s times the time without policy; ours %s; rival %s",
                        reader,
                        cases,
                        part,
                        ratio,
                        rounds.ours(),
                        rounds.rival());
                if (part == Part.TRANSACTION) {
                    time = rounds.ours().p50();
                    figures.require(ratio.median() <= LIST_AT_MOST, line, "at most " + LIST_AT_MOST);
                } else {
                    figures.tell("        " + line);
                }
            }
            return time;
        }
    }

    /** The last whole page of a house before the thousandth, beside the first. */
    private void deep(Figures figures, int cases) throws Exception {
        try (Connection application = stack.superuser("himaye");
                Connection free = stack.superuser("himaye")) {
            int page = Math.min(DEEP, cases / HOUSES / PAGE);
            CaseListRace far = CaseListRace.ofSupervisor(Reader.SUPERVISOR.account, HOUSE, (page - 1) * PAGE, free);
            begin(application, "himaye_app");
            CaseListRace first = Reader.SUPERVISOR.race();
            Rounds rounds = turns.run(
                    () -> () -> timed(
                            Part.TRANSACTION, application, null, () -> far.ours(application, Reader.SUPERVISOR.told())),
                    () -> () -> timed(
                            Part.TRANSACTION,
                            application,
                            null,
                            () -> first.ours(application, Reader.SUPERVISOR.told())));
            Rounds.Ratio ratio = rounds.ratio(side -> 1 / side.perSecond());
            figures.require(
                    ratio.median() <= DEEP_AT_MOST,
                    String.format(
                            Locale.ROOT,
                            "list of a SUPERVISOR at %,d cases, page %,d: %s times the first; %s to %s",
                            cases,
                            page,
                            ratio,
                            rounds.ours(),
                            rounds.rival()),
                    "at most " + DEEP_AT_MOST);
        }
    }

    private static void begin(Connection connection, String role) throws SQLException {
        if (role != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set role " + role);
            }
        }
        connection.setAutoCommit(false);
    }

    private interface Asked {
        Object of() throws Exception;
    }

    /** @param reader whom the database is told, or null for a side that has no policy, or tells by what it asks */
    private static long timed(Part part, Connection connection, Reader reader, Asked asked) throws Exception {
        long begin = System.nanoTime();
        if (reader != null) {
            context.tell(connection, reader.account, HOUSE, reader.name());
        }
        long told = System.nanoTime();
        asked.of();
        long answered = System.nanoTime();
        connection.commit();
        return part == Part.STATEMENT ? answered - told : System.nanoTime() - begin;
    }

    /** The keyed hash is computed for each lookup; the rival has the numbers in clear under an index. */
    @Test
    void lookupOfADocument() throws Exception {
        Figures figures = new Figures("lookup");
        world.grow(LARGE);
        KeyedHash hash = new KeyedHash();
        try (Connection application = stack.superuser("himaye");
                Connection free = stack.superuser("himaye")) {
            makeNumbers(free, hash);
            begin(application, "himaye_app");
            begin(free, null);
            context.tell(application, Reader.CASEWORKER.account, HOUSE, Reader.CASEWORKER.name());
            assertEquals(World.id("person17"), blind(application, hash, 17));
            assertEquals(World.id("person17"), plain(free, 17));
            application.rollback();
            int[] next = new int[1];
            for (Part part : Part.values()) {
                Rounds rounds = turns.run(
                        () -> () -> timed(
                                part,
                                application,
                                Reader.CASEWORKER,
                                () -> blind(application, hash, next[0]++ % KNOWN)),
                        () -> () -> timed(part, free, null, () -> plain(free, next[0]++ % KNOWN)));
                Rounds.Ratio ratio = rounds.ratio(side -> 1 / side.perSecond());
                String line = String.format(
                        Locale.ROOT,
                        "lookup of a document number at %,d people, %s: %s times a plain index; ours %s; rival %s",
                        LARGE,
                        part,
                        ratio,
                        rounds.ours(),
                        rounds.rival());
                if (part == Part.STATEMENT) {
                    figures.require(ratio.median() <= LOOKUP_AT_MOST, line, "at most " + LOOKUP_AT_MOST);
                } else {
                    figures.tell("        " + line);
                }
            }
        } finally {
            try (Connection connection = stack.superuser("himaye");
                    Statement statement = connection.createStatement()) {
                statement.execute("drop table if exists public.number_in_clear");
            }
        }
        figures.demandAllMet();
    }

    private static String number(int person) {
        return "AZE" + (10_000_000 + person);
    }

    /** True hashes for those who are looked up; the others' are as random as hashes are. */
    private static void makeNumbers(Connection connection, KeyedHash hash) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement known = connection.prepareStatement(
                        "update himaye.blind_value set hashed = ? where person_id = ? and use_of = 'DOCUMENT'")) {
            for (int i = 0; i < KNOWN; i++) {
                known.setString(1, hash.of(KeyedHash.Use.DOCUMENT, number(i)));
                known.setObject(2, World.id("person" + i));
                known.addBatch();
            }
            known.executeBatch();
            statement.execute("create table public.number_in_clear (person_id uuid, number text)");
            statement.execute("insert into public.number_in_clear"
                    + " select md5('person' || n)::uuid, 'AZE' || (10000000 + n) from generate_series(0, " + (LARGE - 1)
                    + ") n");
            statement.execute("create index ix_number_in_clear on public.number_in_clear (number)");
            statement.execute("vacuum analyze public.number_in_clear");
            statement.execute("vacuum analyze himaye.blind_value");
        }
    }

    private static UUID blind(Connection connection, KeyedHash hash, int person) throws SQLException {
        return one(
                connection,
                "select * from himaye.people_with(string_to_array(?, ' '))",
                hash.of(KeyedHash.Use.DOCUMENT, number(person)));
    }

    private static UUID plain(Connection connection, int person) throws SQLException {
        return one(connection, "select person_id from public.number_in_clear where number = ?", number(person));
    }

    private static UUID one(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, value);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getObject(1, UUID.class);
            }
        }
    }
}
