package org.himaye.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.himaye.verifier.Main;
import org.himaye.verifier.log.LogVerifier;
import org.junit.jupiter.api.Test;

/**
 * Bytes that are hashed and verified in a second of one core, against {@code openssl speed sha256} of the same messages: for each entry
 * there is one of its own length and one of 65 bytes, the node above it. And a log of ten million in a heap of 64 MB.
 */
class VerifyMeasure {

    private static final int ROUNDS = 5;

    /** After so many the compiler has come to the end; before, it takes as much as the work. A log of ten million pays it once. */
    private static final int COMPILED = 15;

    /** A sign and two hashes. */
    private static final int NODE = 65;

    private static final long SMALL = 300_000;
    private static final long GREAT = Long.getLong("himaye.entries", 10_000_000);
    private static final double MB = 1e6;
    private static final double NANOS = 1e9;
    private static final double HALF = 0.5;
    private static final long EXTRAPOLATED = 100_000_000;
    private static final Path PLACE = Path.of("target/verify");

    private final Figures figures = new Figures("verify");

    @Test
    void aLogIsVerified() throws Exception {
        ratio();
        great();
        figures.demandAllMet();
    }

    private void ratio() throws Exception {
        Path folder = fresh("small");
        WrittenLog log = new WrittenLog(folder);
        log.write(SMALL);
        int length = (int) (log.bytes() / SMALL);
        for (int i = 0; i < COMPILED; i++) {
            verify(folder);
        }
        List<Side> ours = new ArrayList<>();
        List<Side> rival = new ArrayList<>();
        double entriesAlone = 0;
        for (int i = 0; i < ROUNDS; i++) {
            double seconds = verify(folder);
            double perSecond = (log.bytes() + SMALL * NODE) / seconds;
            ours.add(new Side(perSecond, MB / perSecond, MB / perSecond));
            double entry = length / openssl(length);
            double hashed = (length + NODE) / (entry + NODE / openssl(NODE));
            rival.add(new Side(hashed, MB / hashed, MB / hashed));
            entriesAlone += entry * SMALL / seconds / ROUNDS;
        }
        Rounds rounds = new Rounds(ours, rival);
        Rounds.Ratio ratio = rounds.ratio(Side::perSecond);
        figures.require(
                ratio.median() >= HALF,
                String.format(
                        Locale.ROOT,
                        "verify %,d entries of %d B: %.0f MB/s and core hashed, %s of openssl's sha256 of the same messages with %.0f MB/s;"
                                + " %.2f of the time that it takes for the entries without a tree",
                        SMALL,
                        length,
                        rounds.ours().perSecond() / MB,
                        ratio,
                        rounds.rival().perSecond() / MB,
                        entriesAlone),
                "at least 0.5");
    }

    /** Seconds of processor that one verification took, of all its threads. */
    private static double verify(Path folder) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        int code = new LogVerifier(folder, LogVerifier.key(folder.resolve("log.vkey")))
                .threads(1)
                .verify()
                .exitCode();
        if (code != 0) {
            throw new IllegalStateException("the log is not sound");
        }
        return (system.getProcessCpuTime() - before) / NANOS;
    }

    private void great() throws Exception {
        Path folder = fresh("great");
        WrittenLog log = new WrittenLog(folder);
        log.write(GREAT);
        long before = System.nanoTime();
        Process verifier = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx64m",
                        "-cp",
                        Path.of(Main.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString(),
                        Main.class.getName(),
                        "verify",
                        folder.toString(),
                        "--own-key")
                .redirectErrorStream(true)
                .start();
        String said = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = verifier.waitFor();
        double seconds = (System.nanoTime() - before) / NANOS;
        figures.require(
                code == 0,
                String.format(
                        Locale.ROOT,
                        "verify %,d entries, %.1f GB, with a heap of 64 MB: %.0f s, %,.0f entries/s, %.0f MB/s on all cores;"
                                + " 100,000,000 would take %.0f s and 13 MB more for the numbers of rows. %s",
                        GREAT,
                        log.bytes() / MB / 1000,
                        seconds,
                        GREAT / seconds,
                        log.bytes() / MB / seconds,
                        seconds * EXTRAPOLATED / GREAT,
                        said.lines().findFirst().orElse("")),
                "sound");
        delete(folder);
    }

    private static Path fresh(String name) throws IOException {
        Path folder = PLACE.resolve(name);
        delete(folder);
        return Files.createDirectories(folder);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(each);
            }
        }
    }

    /** Bytes a second. */
    private static double openssl(int length) throws IOException, InterruptedException {
        Process openssl = new ProcessBuilder(
                        "openssl", "speed", "-mr", "-seconds", "2", "-bytes", String.valueOf(length), "-evp", "sha256")
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
