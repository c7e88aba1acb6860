package org.himaye.verifier.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.himaye.verifier.Unusable;
import org.himaye.verifier.note.Checkpoint;
import org.himaye.verifier.note.LogKeys;
import org.himaye.verifier.note.Malformed;
import org.himaye.verifier.note.NoteFile;
import org.himaye.verifier.note.NoteKey;
import org.himaye.verifier.note.SignedNote;

/** Checks an exported log against a key, and against what witnesses and printed lines remember. */
public final class LogVerifier {

    private static final String NEWEST = "checkpoint";
    private static final String EARLIER = "checkpoints";

    private final LogFolder folder;
    private final LogKeys log;
    private final List<Path> witnessFiles = new ArrayList<>();
    private final List<DailyLine> lines = new ArrayList<>();
    private final Findings findings = new Findings();
    private final Claims claims = new Claims(findings);
    private int threads = Runtime.getRuntime().availableProcessors();

    /** @param log the keys that were handed over on paper, or else the folder's own */
    public LogVerifier(Path folder, LogKeys log) {
        this.folder = new LogFolder(folder);
        this.log = log;
    }

    /** Reads a log's key, or its keys, oldest first. */
    public static LogKeys key(Path file) {
        try {
            return LogKeys.parse(Files.readString(file));
        } catch (IOException e) {
            throw new Unusable("The log's key cannot be read: " + file, e);
        } catch (Malformed e) {
            throw new Unusable(file + ": " + e.getMessage(), e);
        }
    }

    /** A witness's own file. */
    public LogVerifier with(Path witnessFile) {
        witnessFiles.add(witnessFile);
        return this;
    }

    /** A line that was printed or mailed. */
    public LogVerifier with(DailyLine line) {
        lines.add(line);
        return this;
    }

    public LogVerifier threads(int number) {
        threads = number;
        return this;
    }

    /** @throws Unusable when there is nothing to check */
    public Report verify() {
        byte[] newest = folder.read(NEWEST, SignedNote.MOST_BYTES)
                .orElseThrow(() ->
                        new Unusable("There is no checkpoint in " + folder.path() + ": this is not an exported log"));
        List<NoteFile> open = new ArrayList<>();
        try {
            List<NoteKey> witnesses = witnesses(open);
            Claim claim = NoteClaims.claim(newest, NEWEST, log, witnesses);
            earlier(open, witnesses);
            return verify(claim);
        } catch (Malformed e) {
            findings.broken(Finding.NO_ENTRY, NEWEST, e.getMessage() + "; without it nothing else can be checked");
            return report(0, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            open.forEach(LogVerifier::close);
        }
    }

    private Report verify(Claim newest) {
        claims.add(List.of(newest).iterator());
        Optional<byte[]> root = new LogCheck(folder, newest.size(), findings, claims).run(threads);
        new Surplus(folder, newest.size(), findings).find();
        new Unsealed(folder, findings).find();
        return report(newest.size(), root.orElse(newest.root()));
    }

    private Report report(long size, byte[] root) {
        return new Report(
                size,
                root,
                findings.first(),
                findings.broken(),
                findings.strange(),
                claims.witnessed(),
                claims.witnessedAt());
    }

    /** Opens the witnesses' files, whose first block is the witness's key. */
    private List<NoteKey> witnesses(List<NoteFile> open) throws IOException {
        List<NoteKey> keys = new ArrayList<>();
        for (Path file : witnessFiles) {
            try {
                NoteFile notes = new NoteFile(file);
                open.add(notes);
                byte[] line = notes.next().orElseThrow(() -> new Malformed("the file is empty"));
                keys.add(NoteKey.parse(new String(line, StandardCharsets.UTF_8).strip(), NoteKey.WITNESS));
            } catch (IOException | Malformed e) {
                throw new Unusable("The witness's file " + file + " cannot be read: " + e.getMessage(), e);
            }
        }
        return keys;
    }

    private void earlier(List<NoteFile> open, List<NoteKey> witnesses) throws IOException {
        for (int i = 0; i < witnesses.size(); i++) {
            claims.add(new NoteClaims(open.get(i), "witness " + witnesses.get(i).name(), log, witnesses, findings));
        }
        claims.add(lines.stream()
                .sorted((a, b) -> Long.compare(a.size(), b.size()))
                .map(line ->
                        new Claim(line.size(), line.root(), "line of " + line.date(), Claim.BY_NOBODY, Claim.UNSIGNED))
                .iterator());
        if (!folder.has(EARLIER)) {
            findings.broken(Finding.NO_ENTRY, EARLIER, "the file is missing");
            return;
        }
        NoteFile notes = new NoteFile(folder.path().resolve(EARLIER));
        open.add(notes);
        claims.add(new NoteClaims(notes, EARLIER, log, witnesses, findings));
    }

    private static void close(NoteFile file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest checkpoint of a folder, when a key of the log signed it. */
    public static Checkpoint newest(Path folder, LogKeys log) {
        byte[] note = new LogFolder(folder)
                .read(NEWEST, SignedNote.MOST_BYTES)
                .orElseThrow(() -> new Unusable("There is no checkpoint in " + folder));
        Checkpoint checkpoint = Checkpoint.parse(note);
        if (log.signer(checkpoint).isEmpty()) {
            throw new Unusable("The checkpoint is not signed by a key of this log");
        }
        return checkpoint;
    }
}
