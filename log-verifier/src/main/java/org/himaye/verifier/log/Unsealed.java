package org.himaye.verifier.log;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.himaye.verifier.entry.Entry;
import org.himaye.verifier.entry.EntryReader;
import org.himaye.verifier.note.Malformed;

/** Events, and cases that were named beside an event, that are in the tables and in no leaf: there must be none. */
final class Unsealed {

    static final String FILE = "unsealed";
    private static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern LINK = Pattern.compile("\\{\"at\":\"[-0-9T:.Z]{1,40}\",\"case\":\"(" + UUID
            + ")\",\"event\":\"(" + UUID + ")\"(?:,\"person\":\"" + UUID + "\")?\\}");

    private static final Pattern UNFIT = Pattern.compile("\\{\"event\":\"(" + UUID + ")\",\"row\":(-?[0-9]{1,19})\\}");

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
                findings.broken(Finding.NO_ENTRY, FILE + ", line " + number, words(line, length));
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
        String text = new String(line, 0, length, StandardCharsets.UTF_8);
        Matcher link = LINK.matcher(text);
        if (link.matches()) {
            return "case " + link.group(1) + " was put beside event " + link.group(2)
                    + ", which is not there or of another time: no entry has it, and people may read it as one";
        }
        Matcher unfit = UNFIT.matcher(text);
        return unfit.matches()
                ? "row " + unfit.group(2) + ", event " + unfit.group(1)
                        + ", is in the table and in no leaf, and cannot be an entry: it was put in past the system"
                : "an event is in the table and in no leaf: it was put in past the system or with a false transaction; "
                        + event(line, length);
    }

    private static String event(byte[] line, int length) {
        try {
            Entry entry = new EntryReader().read(line, 0, length);
            return entry.part() == 0 ? "row " + entry.number() : "part " + entry.part() + " of event " + entry.id();
        } catch (Malformed e) {
            return "the line is no entry: " + e.getMessage();
        }
    }
}
