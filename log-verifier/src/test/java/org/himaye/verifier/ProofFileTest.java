package org.himaye.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proofs that somebody took along: whose signature counts, that all of one file speak of one log, what they tell, and of whole events only. */
class ProofFileTest {

    @TempDir
    Path place;

    private final MadeEvents events = new MadeEvents(new Random(6));
    private MadeLog log;

    /** Leaf of an event of five entries; one of one entry stands before it and one behind. */
    private int great;

    @BeforeEach
    void threeEvents() throws Exception {
        log = new MadeLog("himaye/proofs");
        add(event(1));
        great = log.entries.size();
        add(event(5));
        add(event(1));
    }

    private List<String> event(int parts) {
        List<String> event = events.next();
        while (event.size() != parts) {
            event = events.next();
        }
        return event;
    }

    private void add(List<String> entries) throws Exception {
        for (String entry : entries) {
            log.add(entry.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String proof(int leaf, byte[] note, List<byte[]> leaves) throws Exception {
        StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\nextra "
                + Base64.getEncoder().encodeToString(log.entries.get(leaf)) + "\nindex " + leaf + "\n");
        for (byte[] hash : path(leaf, leaves)) {
            text.append(Base64.getEncoder().encodeToString(hash)).append('\n');
        }
        return text + "\n" + new String(note, StandardCharsets.UTF_8);
    }

    /** Of the first so many entries. */
    private String proof(int leaf, int size) throws Exception {
        return proof(leaf, log.note(size), log.leaves.subList(0, size));
    }

    /** PATH of RFC 6962, 2.1.1. */
    private static List<byte[]> path(int leaf, List<byte[]> leaves) throws Exception {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, half);
        List<byte[]> right = leaves.subList(half, leaves.size());
        List<byte[]> path = leaf < half ? path(leaf, left) : path(leaf - half, right);
        path.add(MadeLog.root(leaf < half ? right : left));
        return path;
    }

    /** Proofs of these entries, against all. */
    private String proofs(int... leaves) throws Exception {
        List<String> all = new ArrayList<>();
        for (int leaf : leaves) {
            all.add(proof(leaf, log.entries.size()));
        }
        return String.join("---\n", all);
    }

    private String checked(String proofs, String keys) throws Exception {
        Path file = Files.writeString(place.resolve("proofs"), proofs);
        Path key = Files.writeString(place.resolve("log.vkey"), keys);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exit = Main.run(List.of("verify-proof", file.toString(), "--key", key.toString()), print, print);
        return exit + " " + out.toString(StandardCharsets.UTF_8).strip();
    }

    private String checked(int... leaves) throws Exception {
        return checked(proofs(leaves), log.vkeys());
    }

    @Test
    void aKeyThatWasReplacedSignsNoProof() throws Exception {
        String before = proof(0, 1);
        assertHolds(1, checked(before, log.vkeys()));

        log.loseTheKey();

        String answer = checked(before, log.vkeys());
        assertTrue(answer.startsWith("1 ") && answer.contains("signed with a key that was replaced"), answer);
        assertHolds(1, checked(proof(0, 1), log.vkeys()));
    }

    private static void assertHolds(int proofs, String answer) {
        assertTrue(answer.startsWith("0 ") && answer.contains("\n" + proofs + " proofs, all of them hold; "), answer);
    }

    @Test
    void theProofsOfOneFileNameOneCheckpoint() throws Exception {
        String one = proof(0, 1);
        String two = proof(0, 2);
        assertHolds(2, checked(two + "---\n" + two, log.vkeys()));

        String answer = checked(one + "---\n" + two, log.vkeys());

        assertTrue(answer.startsWith("1 ") && answer.contains("proof 2, entry 0: it names another checkpoint"), answer);
    }

    @Test
    void whatWasProvedIsTold() throws Exception {
        String[] lines =
                checked(IntStream.range(0, log.entries.size()).toArray()).split("\n");

        assertEquals(4, lines.length);
        assertTrue(
                lines[0].matches("0 event [0-9]+, [0-9TZ:.-]{27}, (nobody|[0-9a-f-]{36}), [a-z.]+ [A-Z]+, [A-Z]+"),
                lines[0]);
        assertTrue(
                lines[1].matches(
                        "event [0-9]+, 2026-[0-9TZ:.-]{22}, [0-9a-f-]{36}, case.read VIEW, ALLOWED, 5 entries"),
                lines[1]);
        assertEquals(log.entries.size() + " proofs, all of them hold; 3 events", lines[3]);
    }

    /** Each part holds by itself; who leaves one out hides the cases in it. */
    @Test
    void anEventWithoutOneOfItsPartsIsNotWhole() throws Exception {
        int end = log.entries.size();
        for (int left = great; left < end - 1; left++) {
            int out = left;
            String answer =
                    checked(IntStream.range(0, end).filter(leaf -> leaf != out).toArray());
            assertTrue(answer.startsWith("1 ") && answer.contains("NOT WHOLE: "), answer);
            assertTrue(answer.contains(end - 1 + " proofs, all of them hold; events are NOT WHOLE in "), answer);
        }
        for (int[] some : new int[][] {{great}, {great + 2}, {0, great, end - 1}, {end - 1, great, great + 1}}) {
            String answer = checked(some);
            assertTrue(answer.startsWith("1 ") && answer.contains("NOT WHOLE: "), answer);
        }
        String backwards =
                checked(IntStream.range(0, end).map(leaf -> end - 1 - leaf).toArray());
        assertTrue(backwards.startsWith("1 "), backwards);
    }

    /** What leads to the signed root and is no entry of the log proves nothing, and a part elsewhere in the log is none of its event. */
    @Test
    void whatIsNoEntryOrStandsElsewhereDoesNotHold() throws Exception {
        byte[] last = log.entries.removeLast();
        log.leaves.removeLast();
        byte[] part = log.entries.removeLast();
        log.leaves.removeLast();
        log.add("two".getBytes(StandardCharsets.UTF_8));
        log.add(part);
        log.add(last);

        String form = checked(0, log.entries.size() - 3);
        String elsewhere = checked(IntStream.range(0, log.entries.size())
                .filter(leaf -> leaf != log.entries.size() - 3)
                .toArray());

        assertTrue(form.startsWith("1 ") && form.contains("1 of 2 proofs do not hold"), form);
        assertTrue(elsewhere.startsWith("1 ") && elsewhere.contains("right behind"), elsewhere);
    }
}
