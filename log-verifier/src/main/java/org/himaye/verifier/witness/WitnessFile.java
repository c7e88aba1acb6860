package org.himaye.verifier.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.himaye.verifier.Unusable;
import org.himaye.verifier.note.Checkpoint;
import org.himaye.verifier.note.Malformed;
import org.himaye.verifier.note.NoteFile;
import org.himaye.verifier.note.NoteKey;

/**
 * What a witness remembers: its key's line, and each checkpoint that it cosigned, with a line of three hyphens behind each. It only grows.
 * Beside it lies what was refused.
 */
final class WitnessFile {

    private static final String NAME = "witnessed";
    private static final String REFUSED = "refused";

    private final Path file;
    private final Path refused;
    private final NoteKey witness;
    private Checkpoint last;

    private WitnessFile(Path folder, NoteKey witness) {
        this.file = folder.resolve(NAME);
        this.refused = folder.resolve(REFUSED);
        this.witness = witness;
    }

    /** Begins the file, or reads the one that is there; a last note that a crash left half written was never given to anybody. */
    static WitnessFile in(Path folder, NoteKey witness) throws IOException {
        WitnessFile own = new WitnessFile(folder, witness);
        if (Files.exists(own.file)) {
            own.read();
        } else {
            OwnFile.create(own.file, utf8(witness + "\n" + NoteFile.BETWEEN), "rw-------");
        }
        return own;
    }

    private void read() throws IOException {
        long whole = 0;
        boolean torn = false;
        try (NoteFile notes = new NoteFile(file)) {
            Optional<byte[]> block = notes.next();
            if (block.isEmpty() || !new String(block.get(), StandardCharsets.UTF_8).equals(witness + "\n")) {
                throw new Unusable(file + " does not begin with this witness's key");
            }
            while (block.isPresent()) {
                torn = !notes.marked();
                if (!torn) {
                    last = notes.blocks() == 1 ? null : cosigned(block.get());
                    whole += block.get().length + NoteFile.BETWEEN.length();
                }
                block = notes.next();
            }
        } catch (Malformed e) {
            throw new Unusable(file + " was changed: " + e.getMessage(), e);
        }
        if (torn) {
            OwnFile.cut(file, whole);
        }
    }

    private Checkpoint cosigned(byte[] note) {
        Checkpoint checkpoint = Checkpoint.parse(note);
        if (checkpoint.note().cosignedBy(witness).isEmpty()) {
            throw new Malformed("a note has no cosignature");
        }
        return checkpoint;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The newest checkpoint that was cosigned. */
    Optional<Checkpoint> last() {
        return Optional.ofNullable(last);
    }

    /** When that was. */
    long lastTime() {
        return last == null ? 0 : last.note().cosignedBy(witness).orElse(0L);
    }

    /** Returns when it is on the disk. */
    void append(Checkpoint cosigned) throws IOException {
        OwnFile.append(file, utf8(new String(cosigned.note().bytes(), StandardCharsets.UTF_8) + NoteFile.BETWEEN));
        last = cosigned;
    }

    /** Keeps what the log said, which together with {@link #last} proves against it. */
    Path keep(Refusal refusal) throws IOException {
        OwnFile.append(refused, utf8(new String(refusal.evidence(), StandardCharsets.UTF_8) + NoteFile.BETWEEN));
        return refused;
    }
}
