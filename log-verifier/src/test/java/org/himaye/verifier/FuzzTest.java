package org.himaye.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.himaye.verifier.entry.EntryReader;
import org.himaye.verifier.log.DailyLine;
import org.himaye.verifier.note.Checkpoint;
import org.himaye.verifier.note.Malformed;
import org.himaye.verifier.note.NoteFile;
import org.himaye.verifier.note.NoteKey;
import org.himaye.verifier.note.SignedNote;
import org.himaye.verifier.tree.Tile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever bytes a parser gets, it reads them or says {@link Malformed}; never anything else. */
class FuzzTest {

    private static final int ROUNDS = 10_000;

    @TempDir
    Path place;

    private final Random random = new Random(11);

    /** Some bytes of the sample exchanged, cut out, doubled; now and then nothing but noise. */
    private byte[] spoiled(byte[] sample) {
        byte[] bytes = sample.clone();
        if (random.nextInt(20) == 0) {
            bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
        }
        for (int i = random.nextInt(4); i > 0 && bytes.length > 1; i--) {
            int at = random.nextInt(bytes.length);
            int other = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = bytes[other];
                case 2 -> bytes = Arrays.copyOfRange(bytes, Math.min(at, other), Math.max(at, other));
                default -> bytes = MadeLog.join(bytes, Arrays.copyOfRange(bytes, at, bytes.length));
            }
        }
        return bytes;
    }

    /** Reads; returns whether it could. */
    private static boolean reads(Runnable parser) {
        try {
            parser.run();
            return true;
        } catch (Malformed | Unusable e) {
            return false;
        }
    }

    @Test
    void entriesAreReadOrRefused() {
        MadeEvents events = new MadeEvents(random);
        EntryReader reader = new EntryReader();
        int read = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = spoiled(events.next().getFirst().getBytes(StandardCharsets.UTF_8));
            read += reads(() -> reader.read(bytes, 0, bytes.length)) ? 1 : 0;
        }
        assertEquals(true, read > ROUNDS / 10 && read < ROUNDS * 9 / 10, read + " were read");
    }

    @Test
    void notesAndKeysAreReadOrRefused() throws GeneralSecurityException {
        MadeLog log = new MadeLog("himaye/fuzz");
        log.add(new byte[] {1, 2, 3});
        byte[] note = log.cosigned(1, 1_000);
        byte[] vkey = log.vkey().getBytes(StandardCharsets.UTF_8);
        NoteKey key = NoteKey.parse(log.vkey(), NoteKey.LOG);
        String line = DailyLine.of(Checkpoint.parse(note), LocalDate.EPOCH).text("himaye/fuzz");
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = spoiled(note);
            reads(() -> Checkpoint.parse(bytes));
            if (i % 20 == 0) {
                reads(() -> SignedNote.parse(bytes).signedBy(key));
                byte[] badKey = spoiled(vkey);
                reads(() -> NoteKey.parse(new String(badKey, StandardCharsets.UTF_8), NoteKey.LOG));
                reads(() -> DailyLine.parse(
                        new String(spoiled(line.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8),
                        "himaye/fuzz"));
                Tile.parse(new String(
                        spoiled("tile/0/x001/067.p/8".getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void filesOfNotesAreReadOrRefused() throws Exception {
        byte[] sample = "a\n---\nb\n---\n---\nc\n---".getBytes(StandardCharsets.UTF_8);
        Path file = place.resolve("notes");
        for (int i = 0; i < 500; i++) {
            byte[] bytes = spoiled(sample);
            Files.write(file, bytes);
            int total = 0;
            try (NoteFile notes = new NoteFile(file)) {
                for (var block = notes.next(); block.isPresent(); block = notes.next()) {
                    total += block.get().length + (notes.marked() ? NoteFile.BETWEEN.length() : 0);
                }
            }
            assertEquals(bytes.length, total);
        }
    }
}
