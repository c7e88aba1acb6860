package org.himaye.web.accesslog;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.himaye.accesslog.AccessEntry;
import org.himaye.accesslog.AccessExport;
import org.himaye.shared.BusinessClock;
import org.himaye.web.shared.Spreadsheet;

/** The log as a file for a spreadsheet: a line an event, written while it is read. */
final class AccessFile {

    /** A cell of a spreadsheet ends at 32,767 characters. */
    private static final int NUMBERS = 2000;

    private static final List<String> HEADS = List.of(
            "at",
            "who",
            "account",
            "role",
            "institution",
            "did",
            "action",
            "cases",
            "fields",
            "attributes",
            "classes",
            "purpose",
            "grant",
            "outcome",
            "reason",
            "rows");

    private final AccessWords words;

    AccessFile(AccessWords words) {
        this.words = words;
    }

    /** Leaves the stream open: it is the server's. */
    void write(AccessExport export, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(Spreadsheet.BYTE_ORDER_MARK);
        CSVPrinter lines = new CSVPrinter(text, CSVFormat.RFC4180);
        lines.printRecord(
                HEADS.stream().map(head -> words.text("accesslog_file." + head)).toList());
        export.forEach(entry -> print(lines, entry));
        if (!export.complete()) {
            lines.printRecord(words.text("accesslog_file.cut", AccessExport.LIMIT));
        }
        lines.flush();
    }

    private void print(CSVPrinter lines, AccessEntry entry) {
        try {
            lines.printRecord(cells(entry).map(Spreadsheet::cell).toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Stream<String> cells(AccessEntry entry) {
        return Stream.of(
                entry.at()
                        .atZone(BusinessClock.ZONE)
                        .toOffsetDateTime()
                        .truncatedTo(ChronoUnit.MILLIS)
                        .toString(),
                words.who(entry),
                entry.actor() == null ? "" : entry.actor().toString(),
                words.label(entry.role()),
                words.from(null, entry.institution()),
                words.act(entry),
                words.label(entry.action()),
                numbers(entry),
                String.join("; ", words.fields(entry)),
                String.join(" ", entry.fields()),
                words.classes(entry.classes()),
                words.label(entry.purpose()),
                entry.grant() == null ? "" : entry.grant().toString(),
                words.label(entry.outcome()),
                words.reason(entry),
                Integer.toString(entry.rows()));
    }

    private static String numbers(AccessEntry entry) {
        int more = entry.cases() - Math.min(entry.cases(), NUMBERS);
        String shown = String.join(" ", entry.numbers().stream().limit(NUMBERS).toList());
        return more == 0 ? shown : shown + " +" + more;
    }
}
