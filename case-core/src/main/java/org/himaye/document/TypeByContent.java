package org.himaye.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.ParseContext;

/** What a file is, by its first bytes alone: neither name nor declared type is asked. */
final class TypeByContent {

    /** What office programs write; all of them save as PDF too. */
    private static final Set<String> OFFICE = Set.of(
            "application/x-tika-ooxml",
            "application/x-tika-ooxml-protected",
            "application/x-tika-msoffice",
            "application/rtf",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet");

    private TypeByContent() {}

    /** @throws DocumentRefused when it is nothing that is taken */
    static DocumentType of(byte[] content) {
        if (content.length == 0) {
            throw new DocumentRefused(DocumentProblem.EMPTY);
        }
        String type = detected(content).getBaseType().toString();
        return DocumentType.of(type)
                .orElseThrow(() ->
                        new DocumentRefused(OFFICE.contains(type) ? DocumentProblem.CONVERT : DocumentProblem.TYPE));
    }

    private static MediaType detected(byte[] content) {
        try (TikaInputStream in = TikaInputStream.get(content)) {
            return MimeTypes.getDefaultMimeTypes().detect(in, new Metadata(), new ParseContext());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
