package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.himaye.accesslog.LogExport;
import org.himaye.verifier.log.LogVerifier;
import org.himaye.verifier.log.Report;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Servers are killed at any moment while people work: nothing was shown without an event, nothing acknowledged is lost, and the log is
 * sound. PostgreSQL twice; Payara in {@link DraftRestartTest}, which needs its restart, and here in a long run only
 * ({@code ./himaye test --long}), which kills fifty times, or as often as {@code -Dhimaye.kills} says. The sealer dies at its three named
 * places and at any moment, PostgreSQL once more, in {@code SealerKilledTest}: eight in a short run.
 */
class KilledTest {

    private static final boolean LONG = "yes".equals(System.getProperty("himaye.long"));
    private static final int KILLS = Integer.getInteger("himaye.kills", LONG ? 50 : 2);
    private static final int PAYARA = LONG ? KILLS * 3 / 10 : 0;
    private static final int POSTGRES = KILLS - PAYARA;
    private static final Duration AT_MOST = Duration.ofMillis(700);

    @TempDir
    Path folder;

    @BeforeAll
    static void onlyServersOfOurOwn() {
        assumeTrue(Himaye.stack().isOwn());
    }

    @Test
    void whatWasShownAndWhatWasAcknowledgedOutlivesTheServers() {
        try (Load load = Load.begin()) {
            for (int i = 0; i < POSTGRES; i++) {
                load.goesOnFor(AT_MOST);
                Himaye.stack().killPostgres();
                Himaye.stack().startPostgres();
            }
            load.goesOnFor(AT_MOST);
            load.demandNothingLost();
        }
        for (int i = 0; i < PAYARA; i++) {
            killPayara();
        }
        theLogIsSound(folder);
    }

    private static void killPayara() {
        try (Load load = Load.begin()) {
            load.goesOnFor(AT_MOST);
            Himaye.stack().killPayara();
            Himaye.stack().startPayara();
            load.demandNothingLost();
        }
    }

    /**
     * Everything that was written until now. Sessions of tests inside the server have no sign-in, which is strange and breaks nothing.
     *
     * @param folder for the export
     */
    static void theLogIsSound(Path folder) {
        long now = Database.number("select max(seq) from himaye.access_event");
        Eventually.holds(
                "everything until now is sealed and signed",
                () -> Database.number(
                                "select count(*) from himaye.log_leaf l where l.event_seq = ? and l.leaf_index < (select max(size) from himaye.log_checkpoint)",
                                now)
                        > 0,
                Sealing::now);
        LogExport.Done done = Himaye.stack().exportLog(folder.resolve("log"));
        Report report =
                new LogVerifier(folder.resolve("log"), LogVerifier.key(folder.resolve("log/log.vkey"))).verify();
        assertEquals(0, report.broken(), report::text);
        assertEquals(0, done.unsealed());
        assertTrue(done.size() > 0);
    }
}
