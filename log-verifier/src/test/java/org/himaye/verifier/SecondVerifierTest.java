package org.himaye.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.himaye.verifier.log.LogVerifier;
import org.himaye.verifier.log.Report;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in another language, written from the page alone, says the same of the same logs. */
class SecondVerifierTest {

    private static final Path PROGRAM = Path.of("src/test/python/verify_log.py");
    private static final Path GO_PROGRAM = Path.of("src/test/go/read_log.go");
    private static final Path GO_LIBRARIES = Path.of("/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog");

    @TempDir
    Path place;

    @BeforeEach
    void needsPython() throws InterruptedException {
        try {
            assertEquals(0, new ProcessBuilder("python3", "--version").start().waitFor());
        } catch (IOException e) {
            assumeTrue(false, "skipped: there is no python3 here");
        }
    }

    private String second(MadeLog log, int exitCode) throws Exception {
        log.write(place);
        Report first = new LogVerifier(place, LogVerifier.key(place.resolve("log.vkey"))).verify();
        assertEquals(exitCode, first.exitCode(), first::text);
        Process python = new ProcessBuilder("python3", PROGRAM.toString(), place.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(exitCode, python.waitFor(), said);
        return said;
    }

    @Test
    void bothAgree() throws Exception {
        MadeLog log = new MadeEvents(new Random(2)).fill(new MadeLog("himaye/two"), 900);
        log.earlier.add(log.note(100));
        assertTrue(second(log, 0).contains(HexFormat.of().formatHex(log.root())));

        MadeLog event = new MadeLog(log);
        byte[] changed = event.entries.get(600).clone();
        changed[changed.length - 3] ^= 1;
        event.entries.set(600, changed);
        assertTrue(second(event, 1).contains("entry 600 "));

        MadeLog both = new MadeLog(event);
        both.leaves.set(600, MadeLog.leaf(changed));
        second(both, 1);

        MadeLog forged = new MadeLog(log);
        forged.checkpoint = new MadeLog("himaye/two").note(0);
        second(forged, 1);

        MadeLog otherPast = new MadeLog(log);
        otherPast.leaves.set(5, MadeLog.leaf(new byte[] {5}));
        MadeLog past = new MadeLog(log);
        past.earlier.set(0, otherPast.note(100));
        assertTrue(second(past, 1).contains("first 100 entries"));

        MadeLog goesOn = new MadeLog(log);
        goesOn.loseTheKey();
        goesOn.earlier.add(goesOn.note(200));
        goesOn.sign();
        second(goesOn, 0);
        goesOn.earlier.add(log.note(300));
        assertTrue(second(goesOn, 1).contains("was replaced"));

        MadeLog left = new MadeLog(log);
        left.unsealed = "{}\n";
        assertTrue(second(left, 1).contains("no leaf"));
    }

    /** Tiles, notes and entries are read by other people's libraries: those of Go's checksum database, where they are installed. */
    @Test
    void anotherToolReadsTheTiles() throws Exception {
        assumeTrue(Files.isDirectory(GO_LIBRARIES), "skipped: there is no golang.org/x/mod/sumdb here");
        MadeLog log = new MadeEvents(new Random(3)).fill(new MadeLog("himaye/three"), 70_000);
        log.write(place);
        assertEquals("sound: himaye/three 70000 entries", go());

        Path bundle = place.resolve("tile/entries/007");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length / 2] ^= 1;
        Files.write(bundle, bytes);
        assertTrue(go().contains("BAD entry "));
    }

    private String go() throws IOException {
        ProcessBuilder run = new ProcessBuilder("go", "run", GO_PROGRAM.toString(), place.toString());
        run.environment().putAll(Map.of("GO111MODULE", "off", "GOPATH", "/usr/share/gocode", "GOFLAGS", ""));
        Process go = run.redirectErrorStream(true).start();
        return new String(go.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
