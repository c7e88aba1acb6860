package org.himaye.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * A file of 10 MB in chunks of 64 KB, as documents are sealed, against {@code openssl speed} at the same size of chunk.
 */
class FileMeasure {

    private static final int ROUNDS = 5;
    private static final double MB = 1e6;
    private static final double ENOUGH = 300;
    private static final double HALF = 0.5;

    private final Figures figures = new Figures("file");

    @Test
    void aFileIsSealedAndOpenedInChunks() throws IOException, InterruptedException {
        race("seal");
        race("open");
        figures.demandAllMet();
    }

    private void race(String method) throws IOException, InterruptedException {
        List<Side> ours = new ArrayList<>();
        List<Side> rival = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            ours.add(Harness.run(FileRace.class, method));
            double files = openssl() / FileRace.BYTES;
            rival.add(new Side(files, MB / files, MB / files));
        }
        Rounds rounds = new Rounds(ours, rival);
        // A file in the median time: the mean tells more of who else works on the machine.
        double speed = FileRace.BYTES / rounds.ours().p50();
        double limit = Math.min(ENOUGH, HALF * rounds.rival().perSecond() * FileRace.BYTES / MB);
        figures.require(
                speed >= limit,
                String.format(
                        Locale.ROOT,
                        "%s 10 MB in chunks of 64 KB: %.0f MB/s, %s of openssl's %.0f MB/s; p50 %s, p95 %s",
                        method,
                        speed,
                        rounds.ratio(side -> 1 / side.p50()),
                        rounds.rival().perSecond() * FileRace.BYTES / MB,
                        Side.time(rounds.ours().p50()),
                        Side.time(rounds.ours().p95())),
                String.format(Locale.ROOT, "at least %.0f MB/s", limit));
    }

    /** Bytes a second. */
    private static double openssl() throws IOException, InterruptedException {
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "speed",
                        "-mr",
                        "-seconds",
                        "2",
                        "-bytes",
                        String.valueOf(FileRace.CHUNK),
                        "-evp",
                        "aes-256-gcm")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String told = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        openssl.waitFor();
        return told.lines()
                .filter(line -> line.startsWith("+F:"))
                .map(line -> line.substring(line.lastIndexOf(':') + 1))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("openssl says no speed: " + told));
    }
}
