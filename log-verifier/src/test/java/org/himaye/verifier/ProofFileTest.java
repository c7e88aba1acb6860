package org.himaye.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proofs that somebody took along: whose signature counts, and that all of one file speak of one log. */
class ProofFileTest {

    @TempDir
    Path place;

    private MadeLog log;

    @BeforeEach
    void twoEntries() throws Exception {
        log = new MadeLog("himaye/proofs");
        log.add("one".getBytes(StandardCharsets.UTF_8));
        log.add("two".getBytes(StandardCharsets.UTF_8));
    }

    private String proof(byte[] note, byte[]... path) {
        StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\nextra "
                + Base64.getEncoder().encodeToString(log.entries.getFirst()) + "\nindex 0\n");
        for (byte[] hash : path) {
            text.append(Base64.getEncoder().encodeToString(hash)).append('\n');
        }
        return text + "\n" + new String(note, StandardCharsets.UTF_8);
    }

    private String checked(String proofs, String keys) throws Exception {
        Path file = Files.writeString(place.resolve("proofs"), proofs);
        Path key = Files.writeString(place.resolve("log.vkey"), keys);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exit = Main.run(List.of("verify-proof", file.toString(), "--key", key.toString()), print, print);
        return exit + " " + out.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void aKeyThatWasReplacedSignsNoProof() throws Exception {
        String before = proof(log.note(1));
        assertEquals("0 1 proofs, all of them hold", checked(before, log.vkeys()));

        log.loseTheKey();

        String answer = checked(before, log.vkeys());
        assertTrue(answer.startsWith("1 ") && answer.contains("signed with a key that was replaced"), answer);
        assertEquals("0 1 proofs, all of them hold", checked(proof(log.note(1)), log.vkeys()));
    }

    @Test
    void theProofsOfOneFileNameOneCheckpoint() throws Exception {
        String one = proof(log.note(1));
        String two = proof(log.note(2), log.leaves.get(1));
        assertEquals("0 2 proofs, all of them hold", checked(two + "---\n" + two, log.vkeys()));

        String answer = checked(one + "---\n" + two, log.vkeys());

        assertTrue(answer.startsWith("1 ") && answer.contains("proof 2, entry 0: it names another checkpoint"), answer);
    }
}
