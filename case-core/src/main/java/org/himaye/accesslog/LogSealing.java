package org.himaye.accesslog;

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
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.himaye.confidentiality.AccessReason;

/**
 * Seals the log four times a second as long as the server runs, and signs checkpoints. Several servers may do so; the database lets one
 * at a time. Each connection begins with a proof that the tables hold what was signed. Its own rounds leave no event, which would be sealed in the next one; that it begins, makes its key and fails does.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class LogSealing {

    /** From here on people are alarmed. */
    public static final double LAG_ALARM_SECONDS = 5;

    private static final Logger LOG = System.getLogger(LogSealing.class.getName());

    /** A round may take as long. */
    private static final double QUIET_SECONDS = 3;

    /** Longer than the first proof of a large log takes. */
    private static final double STUCK_SECONDS = 600;

    private static final Duration UNFIT_AGAIN = Duration.ofHours(1);

    private static final Duration ROUND = Duration.ofMillis(250);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    /** How often it is looked whether a checkpoint is due; the database says whether it is. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Duration LOOK_WHEN_IDLE = Duration.ofMinutes(1);

    private static final String LOG_OF =
            "select i.id::text, p.log_key from himaye.installation i, himaye.log_position p";
    private static final String KEEP_KEY = "update himaye.log_position set log_key = ? where log_key is null";

    /** What the database answers to a key that another has replaced. */
    private static final String REFUSED = "42501";

    @Resource
    private ManagedThreadFactory threads;

    /** A connection of it is the sealer's as long as the server runs. */
    @Resource(lookup = "jdbc/himaye-log-sealer")
    private DataSource database;

    @Inject
    private MachineRecord events;

    private volatile boolean stopped;
    private volatile boolean signing;
    private volatile boolean unproved;
    private volatile boolean fits = true;
    private volatile double lag;
    private volatile long roundAt = System.nanoTime();
    private volatile long turnedAt = roundAt;
    private Thread sealer;

    /** Of the sealer's thread alone: what was said already, and said once. */
    private String told;

    private boolean alarmed;
    private LogSealer.Unfit unfit = LogSealer.Unfit.NONE;
    private long unfitTold;
    private boolean began;

    /** The key with which the log is signed, and what it is called. */
    private record Signed(String origin, LogSigner signer) {}

    @PostConstruct
    void begin() {
        sealer = threads.newThread(this::keep);
        sealer.start();
    }

    @PreDestroy
    void end() {
        stopped = true;
        sealer.interrupt();
    }

    /** Age of the oldest event that is stored and not sealed, in seconds; or how long nobody has looked, when that is more. */
    public double lagSeconds() {
        double quiet = seconds(System.nanoTime() - roundAt);
        return quiet > QUIET_SECONDS ? Math.max(lag, quiet) : lag;
    }

    /** Whether checkpoints are signed: not while the log's key is away. */
    public boolean signs() {
        return signing;
    }

    /** Whether the database holds the log that was signed, as far as it was looked at. */
    public boolean proves() {
        return !unproved;
    }

    /** Whether all that this server sealed since it began can be of our programs. */
    public boolean fits() {
        return fits;
    }

    /** Whether the sealer's thread does anything at all, if only to fail: when it does not, a restart of the server helps. */
    public boolean turns() {
        return seconds(System.nanoTime() - turnedAt) < STUCK_SECONDS;
    }

    private void keep() {
        while (!stopped) {
            turnedAt = System.nanoTime();
            try (Connection connection = database.getConnection()) {
                seal(connection);
            } catch (LogUnproved other) {
                signing = false;
                unproved = true;
                tell(
                        "The log is neither sealed nor signed: " + other.getMessage() + ". See docs/operations.md",
                        AccessReason.LOG_UNPROVED);
            } catch (SQLException | RuntimeException e) {
                tell("the log is not sealed: " + e.getMessage(), away(e) ? null : AccessReason.FAULT);
            } catch (LinkageError | OutOfMemoryError e) {
                // Whatever it was of: without this thread nothing would be sealed until somebody restarts the server.
                LOG.log(Level.ERROR, "the log is not sealed", e);
            }
            pause(AGAIN);
        }
    }

    /** The database is not there, or ends: what cannot be recorded now, and is no fault of the log. */
    private static boolean away(Exception trouble) {
        return trouble instanceof SQLException failed
                && (failed.getSQLState() == null
                        || failed.getSQLState().startsWith("08")
                        || failed.getSQLState().startsWith("57"));
    }

    private void seal(Connection connection) throws SQLException {
        LogSealer work = new LogSealer(connection, LastSigned.in(keys()), CrashPoint::end);
        boolean proved = false;
        long looked = System.nanoTime() - LOOK_WHEN_IDLE.toNanos();
        boolean grew = true;
        while (!stopped) {
            proved = proved || proved(work);
            LogSealer.Round round = work.seal();
            alarm(work.unfit());
            long now = System.nanoTime();
            roundAt = now;
            turnedAt = now;
            grew |= round != LogSealer.Round.IDLE;
            lag = round == LogSealer.Round.IDLE ? 0 : work.lag();
            alarm();
            if (now - looked > (grew ? LOOK : LOOK_WHEN_IDLE).toNanos()) {
                looked = now;
                // What grew since the last checkpoint is looked at until one was old enough to be followed by another.
                grew = !sign(connection, work) || round != LogSealer.Round.IDLE;
            }
            if (round != LogSealer.Round.MORE) {
                pause(ROUND);
            }
        }
    }

    /** @return false while another server is at it, which says nothing about the tables */
    private boolean proved(LogSealer work) throws SQLException {
        if (!work.prove()) {
            return false;
        }
        unproved = false;
        if (!began) {
            events.did(MachineRecord.Did.SEALING_STARTED);
            began = true;
        }
        return true;
    }

    /** @return whether there is a checkpoint over everything */
    private boolean sign(Connection connection, LogSealer work) throws SQLException {
        try {
            Signed log = log(connection);
            boolean whole = work.checkpoint(log.origin(), log.signer());
            signing = true;
            told = null;
            return whole;
        } catch (LogKeyAway away) {
            signing = false;
            tell("no checkpoint of the log is signed: " + away.getMessage(), AccessReason.LOG_KEY_AWAY);
            return true;
        }
    }

    /** Read each time: a key that is put back is used without a restart. */
    private Signed log(Connection connection) throws SQLException {
        String origin;
        String known;
        try (Statement ask = connection.createStatement();
                ResultSet row = ask.executeQuery(LOG_OF)) {
            row.next();
            origin = "himaye/" + row.getString(1);
            known = row.getString(2);
        }
        LogKeyFile key = LogKeyFile.in(keys(), origin, known);
        if (known == null) {
            take(connection, key);
        }
        return new Signed(origin, key);
    }

    static Path keys() {
        return Path.of(System.getProperty("himaye.keys", "keys"));
    }

    /** Of two servers that begin at once one has the key of the log; the other is told so in its next round. */
    private void take(Connection connection, LogKeyFile key) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement keep = connection.prepareStatement(KEEP_KEY)) {
            keep.setString(1, key.verifierKey());
            if (keep.executeUpdate() == 0) {
                throw new LogKeyAway("another server has just given the log its key");
            }
            events.did(MachineRecord.Did.LOG_KEY_TAKEN);
            connection.commit();
        } catch (SQLException e) {
            if (REFUSED.equals(e.getSQLState())) {
                throw new LogKeyAway("the database does not take log.key: " + e.getMessage(), e);
            }
            throw e;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void alarm() {
        boolean late = lag > LAG_ALARM_SECONDS;
        if (late && !alarmed) {
            LOG.log(
                    Level.ERROR,
                    "Events wait for more than " + (int) LAG_ALARM_SECONDS
                            + " s to be sealed: some transaction stays open, or the sealer is too slow. See docs/operations.md");
        } else if (!late && alarmed) {
            LOG.log(Level.INFO, "Events are sealed in time again.");
        }
        alarmed = late;
    }

    /** Whoever writes past our programs may write a thousand rows a second: it is said at once, and then once an hour. */
    private void alarm(LogSealer.Unfit more) {
        unfit = unfit.and(more);
        long now = System.nanoTime();
        if (unfit.rows() == 0 || !fits && now - unfitTold < UNFIT_AGAIN.toNanos()) {
            return;
        }
        fits = false;
        unfitTold = now;
        LOG.log(
                Level.ERROR,
                "Rows of the log are none that a program of ours writes: {0}, the first {1}. See docs/operations.md",
                unfit.rows(),
                unfit.first());
        if (record(() -> events.sealedUnfit(unfit))) {
            unfit = LogSealer.Unfit.NONE;
        }
    }

    /** Once for each kind of trouble; in the log of accesses too, when that can be written. */
    private void tell(String problem, AccessReason reason) {
        if (stopped || problem.equals(told)) {
            return;
        }
        told = problem;
        LOG.log(Level.ERROR, problem);
        if (reason != null) {
            record(() -> events.failed(MachineRecord.Did.SEALING_STARTED, reason));
        }
    }

    private boolean record(Runnable event) {
        try {
            event.run();
            return true;
        } catch (RuntimeException e) {
            // Not LogUnavailable alone: what comes of a server that begins or ends must not end this thread.
            LOG.log(Level.WARNING, "that could not be recorded", e);
            return false;
        }
    }

    private static double seconds(long nanos) {
        return nanos / (double) Duration.ofSeconds(1).toNanos();
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException asked) {
            // Only the end of the server ends this thread, whoever else interrupts it.
        }
    }
}
