package org.himaye.verifier.log;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.himaye.verifier.entry.Entry;
import org.himaye.verifier.entry.EntryReader;
import org.himaye.verifier.note.Malformed;

/** Events in the table that are in no leaf: there must be none. */
final class Unsealed {

    private static final String FILE = "unsealed";

    private final LogFolder folder;
    private final Findings findings;

    Unsealed(LogFolder folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    void find() {
        if (!folder.has(FILE)) {
            findings.broken(
                    Finding.NO_ENTRY, FILE, "the file is missing, so nobody can tell which events are in no leaf");
            return;
        }
        Path file = folder.path().resolve(FILE);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] line = new byte[EntryReader.MOST_BYTES];
            long number = 0;
            int length;
            while ((length = line(in, line)) >= 0) {
                number++;
                findings.broken(
                        Finding.NO_ENTRY,
                        FILE + ", line " + number,
                        "an event is in the table and in no leaf: it was put in past the system or with a false transaction; "
                                + words(line, length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long the next line is, of which only the beginning is kept; -1 at the end. */
    private static int line(InputStream in, byte[] line) throws IOException {
        int each = in.read();
        if (each < 0) {
            return -1;
        }
        int length = 0;
        while (each >= 0 && each != '\n') {
            if (length < line.length) {
                line[length++] = (byte) each;
            }
            each = in.read();
        }
        return length;
    }

    private static String words(byte[] line, int length) {
        try {
            Entry entry = new EntryReader().read(line, 0, length);
            return entry.part() == 0 ? "row " + entry.number() : "part " + entry.part() + " of event " + entry.id();
        } catch (Malformed e) {
            return "the line is no entry: " + e.getMessage();
        }
    }
}
