package org.himaye.verifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.himaye.verifier.note.Checkpoint;
import org.himaye.verifier.note.NoteKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness beside a log that grows, and beside logs that do worse. */
class WitnessTest {

    @TempDir
    Path place;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final MadeEvents events = new MadeEvents(new Random(7));
    private ServedLog served;
    private MadeLog log;
    private Path own;

    @BeforeEach
    void begin() throws Exception {
        log = events.fill(new MadeLog("himaye/witnessed"), 5);
        Files.createDirectories(place.resolve("log"));
        served = new ServedLog(place.resolve("log"));
        own = place.resolve("own");
        Files.writeString(place.resolve("token"), ServedLog.TOKEN + "\n");
        show(log);
    }

    @AfterEach
    void end() {
        served.close();
    }

    private void show(MadeLog changed) throws Exception {
        try (Stream<Path> all = Files.walk(place.resolve("log"))) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(place.resolve("log"))) {
                    Files.delete(each);
                }
            }
        }
        changed.write(place.resolve("log"));
    }

    private int witness() {
        return witness(served.address());
    }

    private int witness(String address, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "witness",
                own.toString(),
                "--log",
                address,
                "--token",
                place.resolve("token").toString(),
                "--key",
                place.resolve("log/log.vkey").toString(),
                "--name",
                "auditor.example/1"));
        words.addAll(List.of(more));
        out.reset();
        err.reset();
        return Main.run(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String file(String name) throws Exception {
        return Files.readString(own.resolve(name));
    }

    private int verify() throws Exception {
        List<String> words = List.of(
                "verify",
                place.resolve("log").toString(),
                "--own-key",
                "--witness",
                own.resolve("witnessed").toString());
        out.reset();
        return Main.run(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void itFollowsCosignsAndGivesBack() throws Exception {
        for (int size : new int[] {5, 20, 256, 300, 700}) {
            events.fill(log, size);
            show(log);
            assertEquals(0, witness(), err::toString);
        }
        assertEquals(5, served.posted.size());
        NoteKey key = NoteKey.parse(file("witness.vkey").strip(), NoteKey.WITNESS);
        for (byte[] note : served.posted) {
            Checkpoint checkpoint = Checkpoint.parse(note);
            assertTrue(checkpoint.note().cosignedBy(key).isPresent());
            assertTrue(checkpoint.note().signedBy(NoteKey.parse(log.vkey(), NoteKey.LOG)));
            assertTrue(file("witnessed").contains(new String(note, StandardCharsets.UTF_8)));
        }
        assertEquals(
                "r--------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own.resolve("witness.key"))));
        assertEquals(0, verify());
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("Witnessed: the first " + log.entries.size()));

        assertEquals(0, witness());
        assertEquals(6, served.posted.size(), "after a start what was last cosigned is given again");
        assertEquals(5, file("witnessed").split("---\n").length - 1);
    }

    /** The auditor was told on paper and adds the line; until then, and from a key of before, nothing is cosigned. */
    @Test
    void itGoesOnUnderAnotherKeyWhenTheAuditorSaysSo() throws Exception {
        assertEquals(0, witness());
        MadeLog lost = new MadeLog(events.fill(log, 20));
        log.loseTheKey();
        events.fill(log, 25);
        show(log);
        Files.writeString(place.resolve("log/log.vkey"), lost.vkey() + "\n");
        assertEquals(2, witness());
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("not signed by the log's key"), err::toString);

        show(log);
        assertEquals(0, witness(), err::toString);
        assertEquals(log.vkeys(), file("log.vkey"));
        assertEquals(0, verify());

        events.fill(lost, 40);
        show(lost);
        assertEquals(1, witness());
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("was replaced before"), err::toString);
    }

    @Test
    void itGivesBackLaterWhatWasNotTaken() throws Exception {
        served.answerToPost = 503;
        assertEquals(2, witness());
        assertEquals(0, served.posted.size());
        served.answerToPost = 200;
        assertEquals(0, witness());
        assertEquals(1, served.posted.size());
    }

    private void refused(MadeLog changed, String words) throws Exception {
        String before = file("witnessed");
        int given = served.posted.size();
        show(changed);
        assertEquals(1, witness());
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("REFUSED: "), err::toString);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains(words), err::toString);
        assertEquals(before, file("witnessed"));
        assertEquals(given, served.posted.size());
        assertTrue(file("refused").endsWith(new String(changed.checkpoint, StandardCharsets.UTF_8) + "---\n"));
    }

    @Test
    void itRefusesACutAForkAnOtherPastAndAnOtherLog() throws Exception {
        events.fill(log, 300);
        show(log);
        assertEquals(0, witness());

        MadeLog cut = new MadeLog(log);
        cut.entries.removeLast();
        cut.leaves.removeLast();
        cut.sign();
        refused(cut, "cut off");

        MadeLog fork = new MadeLog(log);
        fork.leaves.set(17, MadeLog.leaf(new byte[] {1}));
        fork.sign();
        refused(fork, "rewritten");

        MadeLog grown = new MadeLog(fork);
        events.fill(grown, 400);
        refused(grown, "rewritten");

        MadeLog liar = new MadeLog(events.fill(new MadeLog(log), 320));
        liar.leaves.set(319, MadeLog.leaf(new byte[] {2}));
        refused(liar, "do not make the root");

        show(log);
        assertEquals(0, witness(), err::toString);
        MadeLog other = events.fill(new MadeLog("himaye/other"), 5);
        show(other);
        assertEquals(2, witness());
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("follows another log"));
    }

    /** What stands between the two answers in the log's place, with 200 and whatever it has: nothing of that was said by the log. */
    @Test
    void whatTheLogDidNotSignIsNoAnswerOfIt() throws Exception {
        assertEquals(0, witness());
        String before = file("witnessed");
        MadeLog grown = events.fill(new MadeLog(log), 30);
        String note = new String(grown.checkpoint, StandardCharsets.UTF_8);
        MadeLog other = events.fill(new MadeLog("himaye/other"), 5);
        for (String junk : List.of(
                "<!DOCTYPE html><html><body>Sign in to the network</body></html>",
                "",
                "\n",
                "{}",
                "\u0000\u0001",
                note.replace("\n\u2014 h", "\n\u2014 g"),
                note.replace("\n" + grown.entries.size() + "\n", "\n4\n"),
                note.substring(0, note.indexOf("\n\n") + 2),
                note.substring(0, note.length() - 9) + "\n",
                new String(other.checkpoint, StandardCharsets.UTF_8))) {
            show(log);
            Files.writeString(place.resolve("log/checkpoint"), junk);
            assertEquals(2, witness(), junk);
            assertFalse(err.toString(StandardCharsets.UTF_8).contains("REFUSED"), err::toString);
            assertEquals(before, file("witnessed"), junk);
            assertFalse(Files.exists(own.resolve("refused")), junk);
        }
    }

    /** Rounds without end go on over such an answer, and end with the first that the log itself must not give. */
    @Test
    void roundsGoOnAfterAnAnswerOfAnother() throws Exception {
        events.fill(log, 40);
        show(log);
        byte[] junk = "<html>502</html>".getBytes(StandardCharsets.UTF_8);
        served.checkpoints.addAll(List.of(junk, junk, log.checkpoint, junk));
        MadeLog cut = new MadeLog(log);
        cut.entries.removeLast();
        cut.leaves.removeLast();
        cut.sign();
        served.checkpoints.add(cut.checkpoint);

        assertEquals(1, witness(served.address(), "--every", "1s"));

        assertTrue(served.checkpoints.isEmpty());
        assertEquals(1, served.posted.size());
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("cut off"), err::toString);
    }

    @Test
    void aNoteThatACrashLeftHalfIsTakenAway() throws Exception {
        assertEquals(0, witness());
        String whole = file("witnessed");
        for (String torn :
                List.of("h", "himaye/witnessed\n7\n", new String(log.checkpoint, StandardCharsets.UTF_8), "---")) {
            Files.writeString(own.resolve("witnessed"), torn, StandardOpenOption.APPEND);
            assertEquals(0, witness(), err::toString);
            assertEquals(whole, file("witnessed"));
        }
        Files.writeString(own.resolve("witnessed"), whole.replace("\n" + log.entries.size() + "\n", "\n4\n"));
        assertEquals(2, witness());
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("was changed"));
    }

    @Test
    void itTellsWhenTheLogDoesNotAnswerAsItShould() throws Exception {
        served.padding = 70_000;
        assertEquals(2, witness());
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("more than"), err::toString);
        served.padding = 0;
        Files.writeString(place.resolve("token"), "another");
        assertEquals(2, witness());
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("401"), err::toString);
        assertFalse(err.toString(StandardCharsets.UTF_8).contains("another"));
        assertEquals(2, witness("http://192.0.2.1/log"));
    }

    @Test
    void aPrintedLineRemembersToo() throws Exception {
        String folder = place.resolve("log").toString();
        assertEquals(
                0,
                Main.run(
                        List.of("checkpoint-line", folder),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        System.err));
        String line = out.toString(StandardCharsets.UTF_8).strip();
        events.fill(log, 30);
        show(log);
        List<String> words = List.of("verify", folder, "--own-key", "--line", line);
        assertEquals(0, Main.run(words, new PrintStream(out), System.err));

        MadeLog fork = new MadeLog(log);
        fork.entries.set(0, fork.entries.get(29));
        fork.entries.remove(29);
        fork.leaves.set(0, fork.leaves.get(29));
        fork.leaves.remove(29);
        fork.sign();
        show(fork);
        out.reset();
        assertEquals(1, Main.run(words, new PrintStream(out, true, StandardCharsets.UTF_8), System.err));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("line of "));
    }

    private int json(String folder, String... more) {
        List<String> words = new ArrayList<>(List.of("verify", folder, "--json"));
        words.addAll(List.of(more));
        out.reset();
        return Main.run(words, new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
    }

    /** Sound in itself, under a key that its maker wrote beside it. */
    @Test
    void aLogThatWasForgedAsAWholeIsNotSoundByItsOwnKey() throws Exception {
        String folder = place.resolve("log").toString();
        String key = Files.writeString(place.resolve("paper"), log.vkeys()).toString();
        assertEquals(0, json(folder, "--key", key));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("{\"exit\":0,\"key\":\"given\","));

        show(new MadeEvents(new Random(1)).fill(new MadeLog("himaye/witnessed"), log.entries.size()));

        assertEquals(4, json(folder));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("{\"exit\":4,\"key\":\"folder\","));
        assertEquals(4, Main.run(List.of("verify", folder), new PrintStream(out), System.err));
        assertEquals(1, json(folder, "--key", key));
    }

    @Test
    void scriptsGetJsonAndWrongWordsAreCodeTwo() throws Exception {
        String folder = place.resolve("log").toString();
        assertEquals(0, json(folder, "--own-key"));
        assertTrue(out.toString(StandardCharsets.UTF_8)
                .startsWith("{\"exit\":0,\"key\":\"folder\",\"size\":" + log.entries.size() + ","));
        PrintStream nowhere = new PrintStream(err);
        for (List<String> words : List.of(
                List.<String>of(),
                List.of("verify"),
                List.of("verify", folder, "--no"),
                List.of("verify", place.toString()),
                List.of("verify", folder, "--key"),
                List.of("verify", folder, "--key", place.resolve("token").toString()),
                List.of("verify", folder, "--witness", place.resolve("token").toString()),
                List.of("verify", folder, "--line", "2026-11-22 5 ABCD"))) {
            assertEquals(2, Main.run(words, nowhere, nowhere), words::toString);
        }
        assertArrayEquals(log.checkpoint, Files.readAllBytes(place.resolve("log/checkpoint")));
    }
}
