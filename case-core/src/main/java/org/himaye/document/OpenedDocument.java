package org.himaye.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
import org.himaye.confidentiality.Content;

/** The content of a document whose access is in the log, to be written out piece by piece. */
public final class OpenedDocument {

    private final CaseDocument document;
    private final String number;
    private final Content content;
    private final DocumentChunks chunks;

    OpenedDocument(CaseDocument document, String number, Content content, DocumentChunks chunks) {
        this.document = document;
        this.number = number;
        this.content = content;
        this.chunks = chunks;
    }

    public DocumentType type() {
        return document.contentType();
    }

    public int size() {
        return document.contentSize();
    }

    public DocumentKind kind() {
        return document.kind();
    }

    public String number() {
        return number;
    }

    public UUID id() {
        return document.id();
    }

    /**
     * Leaves the stream open.
     *
     * @throws IOException when what is kept does not open, or the reader has gone
     */
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream plain = content.open(chunks.reading(document.id()))) {
            plain.transferTo(out);
        }
    }
}
