package org.himaye.search;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.himaye.casefile.Reach;
import org.himaye.confidentiality.IndexedText;
import org.himaye.shared.RowContext;
import org.himaye.shared.ShortTransaction;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Keeps the {@link NameIndex} of this server: built when it starts from all entries, told of every change by the database on a
 * connection of its own, and built anew when that connection was lost, because nobody knows what was missed. Between there is none,
 * and whoever asks is told so.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class SearchIndex {

    private static final Logger LOG = System.getLogger(SearchIndex.class.getName());

    private static final int PAGE = 2000;
    private static final int MOST_UNLISTED = 1000;
    private static final int WAIT_MILLIS = 1000;
    private static final int LONGEST_WAIT_MILLIS = 60_000;
    private static final UUID FIRST = new UUID(0, 0);

    @Resource
    private ManagedThreadFactory threads;

    /** A connection of it waits as long as the server runs. */
    @Resource(lookup = "jdbc/himaye-listen")
    private DataSource listening;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private SearchRepository rows;

    @Inject
    private IndexedText sealed;

    private volatile NameIndex ready;

    /** Who is not in it though somebody wrote a name; at most {@link #MOST_UNLISTED} of them. */
    private volatile Set<UUID> unlisted = Set.of();

    /** Whether the last try came as far as a whole index; of the keeper's thread alone. */
    private boolean built;

    private volatile boolean stopped;
    private Thread keeper;

    @PostConstruct
    void begin() {
        keeper = threads.newThread(this::keep);
        keeper.start();
    }

    @PreDestroy
    void end() {
        stopped = true;
        keeper.interrupt();
    }

    /** People with a name that no search finds, because it was written before there was one; the first thousand. */
    public Set<UUID> unlisted() {
        return unlisted;
    }

    /**
     * Who is meant, the nearest first.
     *
     * @param among who may be found at all
     * @throws SearchNotReady while there is no whole index
     */
    public List<UUID> find(PersonName typed, Reach among) {
        NameIndex index = ready;
        if (index == null) {
            throw new SearchNotReady();
        }
        return index.find(typed, among);
    }

    /**
     * Who of these people has a name that is also the colleague's family name, for a job that shows it to nobody. A name of one word is no
     * family name.
     *
     * @param colleague what colleagues see, the family name last
     * @throws SearchNotReady while there is no whole index
     */
    public Set<UUID> namesakes(String colleague, Set<UUID> people) {
        NameIndex index = ready;
        if (index == null) {
            throw new SearchNotReady();
        }
        return family(Spelling.words(colleague))
                .map(family -> index.bearing(family, people))
                .orElse(Set.of());
    }

    /** What all who have a colleague's family name have in common, however it is written; empty where {@link #namesakes} compares none. */
    public Optional<String> family(String colleague) {
        return family(Spelling.words(colleague)).map(family -> Collections.min(family.keys()));
    }

    private static Optional<NameWord> family(List<NameWord> words) {
        return words.size() < 2 || words.getLast().initial() ? Optional.empty() : Optional.of(words.getLast());
    }

    private void keep() {
        int wait = WAIT_MILLIS;
        boolean told = false;
        while (!stopped) {
            built = false;
            Throwable trouble = null;
            try {
                follow();
            } catch (SQLException | RuntimeException | OutOfMemoryError failure) {
                trouble = failure;
            }
            if (built) {
                wait = WAIT_MILLIS;
                told = false;
            }
            if (trouble != null) {
                // Once for each time of trouble, and of what happened only the kind: a message may hold what was read.
                if (!told && !stopped) {
                    LOG.log(
                            Level.WARNING,
                            "the index of names waits: {0}",
                            trouble.getClass().getName());
                }
                told = true;
                // A database that is away is asked again soon; each build that fails has left an event.
                wait = trouble instanceof SQLException ? WAIT_MILLIS : Math.min(2 * wait, LONGEST_WAIT_MILLIS);
            }
            pause(wait);
        }
    }

    private void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    /** Listens first, then builds: what changes meanwhile is heard afterwards. */
    private void follow() throws SQLException {
        try (Connection connection = listening.getConnection();
                NameIndex index = new NameIndex()) {
            connection.setAutoCommit(true);
            try (Statement listen = connection.createStatement()) {
                listen.execute("listen himaye_search");
            }
            build(index);
            ready = index;
            built = true;
            hear(connection, index);
        }
    }

    /** Until the connection or the index is of no use any more; nobody finds an index that is being closed. */
    private void hear(Connection connection, NameIndex index) throws SQLException {
        try {
            PGConnection heard = connection.unwrap(PGConnection.class);
            while (!stopped) {
                PGNotification[] changes = heard.getNotifications(WAIT_MILLIS);
                if (changes != null && changes.length > 0) {
                    renew(
                            index,
                            Arrays.stream(changes)
                                    .map(each -> UUID.fromString(each.getParameter()))
                                    .distinct()
                                    .toList());
                }
            }
        } finally {
            ready = null;
        }
    }

    private void build(NameIndex index) {
        sealed.begin(SearchEntry.class, SearchEntry.NAMES);
        unlisted = transaction.readAs(RowContext.Job.INDEX, () -> rows.unlisted(MOST_UNLISTED));
        // The next page is read while this one is opened and written: half of the time of a million people is the
        // database's.
        try (ExecutorService writing = Executors.newSingleThreadExecutor(threads)) {
            Listed page = page(FIRST);
            while (!page.entries().isEmpty() && !stopped) {
                Listed now = page;
                Future<?> written = writing.submit(() -> add(index, now));
                page = page(now.entries().getLast().id());
                await(written);
            }
        }
        index.refresh();
    }

    private static void await(Future<?> written) {
        try {
            written.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    /** @param houses by person */
    private record Listed(List<SearchEntry> entries, Map<UUID, Set<UUID>> houses) {}

    private Listed page(UUID after) {
        return listed(() -> rows.entriesAfter(after, PAGE));
    }

    private Listed listed(Supplier<List<SearchEntry>> which) {
        return transaction.readAs(RowContext.Job.INDEX, () -> {
            List<SearchEntry> entries = which.get();
            return new Listed(
                    entries, rows.houses(entries.stream().map(SearchEntry::id).toList()));
        });
    }

    private void renew(NameIndex index, List<UUID> people) {
        Listed found = listed(() -> rows.entries(people));
        people.forEach(index::remove);
        add(index, found);
        index.refresh();
        if (!unlisted.isEmpty()) {
            unlisted = transaction.readAs(RowContext.Job.INDEX, () -> rows.unlisted(MOST_UNLISTED));
        }
    }

    private void add(NameIndex index, Listed page) {
        Map<UUID, String> texts = sealed.open(page.entries(), SearchEntry.NAMES);
        texts.forEach((person, text) ->
                index.add(person, SearchEntry.name(text), page.houses().getOrDefault(person, Set.of())));
    }
}
