package org.himaye.verifier.witness;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.himaye.verifier.Unusable;
import org.himaye.verifier.log.DailyLine;
import org.himaye.verifier.log.LogVerifier;
import org.himaye.verifier.note.LogKeys;

/**
 * One round of a witness, or rounds without end.
 *
 * @param folder the witness's own
 * @param address of the log
 * @param log file of its key; may be left out from the second run on
 * @param token file of the token
 * @param authority who signed the server's certificate; empty for the usual ones
 * @param name of the witness, for its first run
 * @param every pause between rounds; empty for one round
 */
public record WitnessCommand(
        Path folder,
        URI address,
        Optional<Path> log,
        Path token,
        Optional<Path> authority,
        String name,
        Optional<Duration> every) {

    private static final String LOG_KEY = "log.vkey";
    private static final String LOCK = "lock";
    private static final int REFUSED = 1;
    private static final int TROUBLE = 2;

    /** @return the exit code: 0, 1 when the log was refused, 2 when it did not answer, or something else did */
    public int run(PrintStream out, PrintStream err) {
        try {
            Files.createDirectories(folder);
            try (FileChannel lock =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (lock.tryLock() == null) {
                    throw new Unusable("Another witness works in " + folder);
                }
                return rounds(witness(), out, err);
            }
        } catch (IOException e) {
            throw new Unusable("The witness's folder " + folder + " cannot be used: " + e, e);
        }
    }

    private Witness witness() throws IOException {
        LogKeys key = logKey();
        WitnessKey own = WitnessKey.in(folder, name);
        String secret = Files.readString(token, StandardCharsets.US_ASCII).strip();
        RemoteLog remote =
                new RemoteLog(address, secret, authority.map(Trust::only).orElse(null));
        return new Witness(remote, key, own, WitnessFile.in(folder, own.key()), Clock.systemUTC());
    }

    /** The keys of the runs before stay: a log with another is another log. What the auditor adds below them is added. */
    private LogKeys logKey() throws IOException {
        Path kept = folder.resolve(LOG_KEY);
        if (!Files.exists(kept)) {
            Path given =
                    log.orElseThrow(() -> new Unusable("The first run needs --key with the file of the log's key"));
            OwnFile.create(kept, (LogVerifier.key(given) + "\n").getBytes(StandardCharsets.UTF_8), "r--r--r--");
        }
        LogKeys key = LogVerifier.key(kept);
        LogKeys named = log.isPresent() ? LogVerifier.key(log.get()) : key;
        if (key.goOnFrom(named)) {
            return key;
        }
        if (!named.goOnFrom(key)) {
            throw new Unusable("This witness follows another log, " + key.name() + ": take a folder of its own");
        }
        OwnFile.replace(kept, (named + "\n").getBytes(StandardCharsets.UTF_8), "r--r--r--");
        return named;
    }

    private int rounds(Witness witness, PrintStream out, PrintStream err) {
        int code = round(witness, out, err);
        while (every.isPresent() && code != REFUSED) {
            try {
                Thread.sleep(every.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return code;
            }
            code = round(witness, out, err);
        }
        return code;
    }

    private static int round(Witness witness, PrintStream out, PrintStream err) {
        try {
            Witness.Round round = witness.round();
            if (round.cosigned()) {
                LocalDate today = LocalDate.now(ZoneOffset.UTC);
                out.println("Witnessed "
                        + DailyLine.of(round.checkpoint(), today)
                                .text(round.checkpoint().origin()));
            }
            return 0;
        } catch (Refusal e) {
            err.println("REFUSED: " + e.getMessage());
            err.println("What the log said is kept in " + witness.keep(e)
                    + ". Tell whoever has to know; do not delete the folder.");
            return REFUSED;
        } catch (Unreachable e) {
            err.println("witness: " + e.getMessage());
            return TROUBLE;
        } catch (UncheckedIOException e) {
            throw new Unusable("The witness's own file cannot be written: " + e.getMessage(), e);
        }
    }
}
