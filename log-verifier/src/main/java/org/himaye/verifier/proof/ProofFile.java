package org.himaye.verifier.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.himaye.verifier.entry.Continuations;
import org.himaye.verifier.entry.Entry;
import org.himaye.verifier.entry.EntryReader;
import org.himaye.verifier.note.LogKeys;
import org.himaye.verifier.note.Malformed;

/**
 * A file of proofs against one checkpoint, a line of three hyphens between two. It tells each event that was proved, and each of which a part
 * was left out: the rest of it may be what the other side would rather not show. Memory does not grow with the file.
 */
public final class ProofFile {

    private static final String SEPARATOR = "---";
    private static final int MOST_CHARACTERS = 200_000;
    private static final int WRONG = 1;
    private static final String NOBODY = "nobody";

    private final LogKeys keys;
    private final PrintStream out;
    private final EntryReader reader = new EntryReader();
    private final Continuations continuations = new Continuations();
    private EventProof first;
    private EventProof before;
    private long proofs;
    private long wrong;
    private long events;
    private long torn;

    /** @param keys of the log, as it was handed over */
    public ProofFile(LogKeys keys, PrintStream out) {
        this.keys = keys;
        this.out = out;
    }

    /** @return the exit code: 0 when every proof holds, every event is whole, and there is one */
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
        continuations.interrupted().ifPresent(words -> torn("the end of the file", words));
        String said =
                wrong == 0 ? proofs + " proofs, all of them hold" : wrong + " of " + proofs + " proofs do not hold";
        out.println(said + (torn == 0 ? "; " + events + " events" : "; events are NOT WHOLE in " + torn + " places"));
        return wrong + torn == 0 ? 0 : WRONG;
    }

    private void one(String text) {
        proofs++;
        String place = "proof " + proofs;
        try {
            EventProof proof = EventProof.parse(text);
            place += ", entry " + proof.index();
            first = first == null ? proof : first;
            if (!proof.leadsWhere(first)) {
                throw new Malformed("it names another checkpoint than the first proof of this file");
            }
            String trouble = proof.wrong(keys);
            if (trouble != null) {
                throw new Malformed(trouble);
            }
            entry(place, proof);
        } catch (Malformed e) {
            wrong++;
            String there = place;
            continuations.interrupted().ifPresent(words -> torn(there, words));
            out.println(place + ": " + e.getMessage());
        }
    }

    /** One that is in the log. */
    private void entry(String place, EventProof proof) {
        Entry entry = reader.read(proof.entry(), 0, proof.entry().length);
        boolean behind = before == null || proof.index() == before.index() + 1;
        before = proof;
        continuations
                .see(proof.index(), entry)
                .or(() -> entry.part() == 0 || behind
                        ? Optional.empty()
                        : Optional.of("in the log it does not stand right behind the part before it"))
                .ifPresent(words -> torn(place, words));
        if (entry.part() == 0) {
            events++;
            out.println(told(entry, new String(proof.entry(), StandardCharsets.UTF_8)));
        }
    }

    private void torn(String place, String words) {
        torn++;
        out.println(place + ": NOT WHOLE: " + words);
    }

    private static String told(Entry entry, String json) {
        return "event " + entry.number() + ", " + value(json, "at") + ", " + value(json, "actor") + ", "
                + value(json, "act") + " " + value(json, "action") + ", " + value(json, "outcome")
                + (entry.parts() > 1 ? ", " + entry.parts() + " entries" : "");
    }

    /** Within a text of an entry that was read a quote stands behind a backslash: so nothing but the key itself is found. */
    private static String value(String json, String key) {
        String name = '"' + key + "\":\"";
        int from = json.indexOf(name) + name.length();
        return from < name.length() ? NOBODY : json.substring(from, json.indexOf('"', from));
    }
}
