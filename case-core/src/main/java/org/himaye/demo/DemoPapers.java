package org.himaye.demo;

import static org.himaye.confidentiality.Permission.DOCUMENT_WRITE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.himaye.casefile.CaseNumber;
import org.himaye.demo.DemoPeople.Worker;
import org.himaye.document.DocumentEntry;
import org.himaye.document.DocumentKind;
import org.himaye.document.DocumentService;

/** A few papers of the oldest demo cases; each takes the check of its content, so they are few. */
@ApplicationScoped
public class DemoPapers {

    private static final float MARGIN = 72;
    private static final float SIZE = 14;

    @Inject
    private DemoPeople people;

    @Inject
    private DocumentService documents;

    void of(int i, Instant at, CaseNumber number, Worker caseworker) {
        switch (i) {
            case 0 -> {
                add(i, "own", DocumentKind.OWN_STATEMENT, "Öz əli ilə yazdığı izahat", null, at, number, caseworker);
                add(i, "covered", null, "İzahat, adlar örtülüb", DemoPath.id(i, "own"), at, number, caseworker);
            }
            case 3 -> add(i, "course", DocumentKind.CERTIFICATE, "Kurs vəsiqəsi", null, at, number, caseworker);
            default -> {
                // Most cases have none.
            }
        }
    }

    private void add(
            int i,
            String what,
            DocumentKind kind,
            String title,
            UUID original,
            Instant at,
            CaseNumber number,
            Worker caseworker) {
        DocumentEntry entry = new DocumentEntry(DemoPath.id(i, what), kind, title, null, original);
        people.does(
                caseworker, DOCUMENT_WRITE, at, () -> documents.add(number, entry, paper("NUMUNE / SAMPLE " + what)));
    }

    private static byte[] paper(String text) {
        try (PDDocument document = new PDDocument()) {
            PDPage sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            try (PDPageContentStream page = new PDPageContentStream(document, sheet)) {
                page.beginText();
                page.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), SIZE);
                page.newLineAtOffset(MARGIN, PDRectangle.A4.getHeight() - MARGIN);
                page.showText(text);
                page.endText();
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
