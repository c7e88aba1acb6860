package org.himaye.verifier.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.himaye.verifier.note.LogKeys;
import org.himaye.verifier.note.Malformed;

/** A file of proofs against one checkpoint, a line of three hyphens between two. Memory does not grow with it. */
public final class ProofFile {

    private static final String SEPARATOR = "---";
    private static final int MOST_CHARACTERS = 200_000;
    private static final int WRONG = 1;

    private final LogKeys keys;
    private final PrintStream out;
    private EventProof first;
    private long proofs;
    private long wrong;

    /** @param keys of the log, as it was handed over */
    public ProofFile(LogKeys keys, PrintStream out) {
        this.keys = keys;
        this.out = out;
    }

    /** @return the exit code: 0 when every proof holds and there is one */
    public int check(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            StringBuilder text = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(SEPARATOR)) {
                    one(text.toString());
                    text.setLength(0);
                } else if (text.length() < MOST_CHARACTERS) {
                    text.append(line).append('\n');
                }
            }
            one(text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(
                wrong == 0 ? proofs + " proofs, all of them hold" : wrong + " of " + proofs + " proofs do not hold");
        return wrong == 0 ? 0 : WRONG;
    }

    private void one(String text) {
        proofs++;
        String trouble;
        String where = "";
        try {
            EventProof proof = EventProof.parse(text);
            where = ", entry " + proof.index();
            first = first == null ? proof : first;
            trouble = proof.leadsWhere(first)
                    ? proof.wrong(keys)
                    : "it names another checkpoint than the first proof of this file";
        } catch (Malformed e) {
            trouble = e.getMessage();
        }
        if (trouble != null) {
            wrong++;
            out.println("proof " + proofs + where + ": " + trouble);
        }
    }
}
