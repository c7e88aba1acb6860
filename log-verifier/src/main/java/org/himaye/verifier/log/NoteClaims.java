package org.himaye.verifier.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.himaye.verifier.note.Checkpoint;
import org.himaye.verifier.note.LogKeys;
import org.himaye.verifier.note.Malformed;
import org.himaye.verifier.note.NoteFile;
import org.himaye.verifier.note.NoteKey;

/** The checkpoints of a file, one by one. What is none, or is not signed by the log, is a finding and no claim. */
final class NoteClaims implements Iterator<Claim> {

    private final NoteFile file;
    private final String name;
    private final LogKeys log;
    private final List<NoteKey> witnesses;
    private final Findings findings;
    private Claim next;

    NoteClaims(NoteFile file, String name, LogKeys log, List<NoteKey> witnesses, Findings findings) {
        this.file = file;
        this.name = name;
        this.log = log;
        this.witnesses = witnesses;
        this.findings = findings;
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Claim next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        Claim claim = next;
        advance();
        return claim;
    }

    private void advance() {
        next = null;
        while (next == null) {
            try {
                Optional<byte[]> block = file.next();
                if (block.isEmpty()) {
                    return;
                }
                next = claim(block.get(), place(), log, witnesses);
            } catch (Malformed e) {
                findings.broken(Finding.NO_ENTRY, place(), e.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private String place() {
        return name + ", note " + file.blocks();
    }

    /** @throws Malformed when the log did not sign it, or a known witness's line is wrong */
    static Claim claim(byte[] note, String place, LogKeys log, List<NoteKey> witnesses) {
        Checkpoint checkpoint = Checkpoint.parse(note);
        int signer = log.signer(checkpoint)
                .orElseThrow(() -> new Malformed("the checkpoint is not signed by a key of this log"));
        long witnessed = Claim.BY_NOBODY;
        for (NoteKey witness : witnesses) {
            witnessed =
                    Math.max(witnessed, checkpoint.note().cosignedBy(witness).orElse(Claim.BY_NOBODY));
        }
        return new Claim(checkpoint.size(), checkpoint.root(), place, witnessed, signer);
    }
}
