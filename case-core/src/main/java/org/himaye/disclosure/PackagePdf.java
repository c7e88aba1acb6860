package org.himaye.disclosure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** The package as people read it: each page says to whom it went and under which number. */
final class PackagePdf {

    /** Comes with the library, under the Open Font License; it has the letters of all three languages. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String INSTEAD = "?";
    private static final float MARGIN = 56;
    private static final float SIZE = 11;
    private static final float LEADING = 16;
    private static final float TITLE = 15;
    private static final float SMALL = 8;
    private static final float ACROSS = 30;
    private static final float GREY = 0.88f;
    private static final double SLOPE = Math.toRadians(52);

    private final PDDocument document;
    private final PDFont font;
    private final String watermark;
    private PDPageContentStream page;
    private float y;
    private int pages;

    private PackagePdf(PDDocument document, PDFont font, String watermark) {
        this.document = document;
        this.font = font;
        this.watermark = watermark;
    }

    static byte[] of(PackageContent content, PackageWords words) {
        Disclosure of = content.disclosure();
        String receiver = of.organisation() == null ? words.show(of.receiver()) : of.organisation();
        try (PDDocument document = new PDDocument();
                InputStream letters = PDDocument.class.getResourceAsStream(FONT)) {
            PackagePdf pdf =
                    new PackagePdf(document, PDType0Font.load(document, letters), receiver + " · " + of.reference());
            document.getDocumentInformation().setTitle(of.reference());
            document.getDocumentInformation()
                    .setCreationDate(GregorianCalendar.from(content.madeOn().atStartOfDay(ZoneOffset.UTC)));
            document.getDocumentCatalog().setLanguage(words.language());
            pdf.write(content, receiver, words);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(PackageContent content, String receiver, PackageWords words) throws IOException {
        Disclosure of = content.disclosure();
        turn();
        line(words.title(), TITLE);
        y -= LEADING / 2;
        head(words, PackageWords.Heading.NUMBER, of.reference());
        head(words, PackageWords.Heading.RECEIVER, receiver);
        head(words, PackageWords.Heading.PURPOSE, words.show(of.purpose()));
        head(words, PackageWords.Heading.BASIS, words.show(of.ground()));
        if (of.documentNumber() != null) {
            String day = of.documentDate() == null ? "" : ", " + words.show(of.documentDate());
            head(words, PackageWords.Heading.DOCUMENT, of.documentNumber() + day);
        }
        head(words, PackageWords.Heading.MADE, words.show(content.madeOn()));
        y -= LEADING / 2;
        line(words.terms(), SIZE);
        y -= LEADING / 2;
        for (var each : content.values().entrySet()) {
            line(words.field(each.getKey()), SMALL + 1);
            for (Object value : each.getValue()) {
                line(words.show(value), SIZE);
            }
            y -= LEADING / 2;
        }
        page.close();
    }

    private void head(PackageWords words, PackageWords.Heading heading, String value) throws IOException {
        line(words.heading(heading) + ": " + value, SIZE);
    }

    private void turn() throws IOException {
        if (page != null) {
            page.close();
        }
        PDPage sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        pages++;
        page = new PDPageContentStream(document, sheet);
        page.setNonStrokingColor(GREY, GREY, GREY);
        String across = shown(watermark);
        float longest = (float) Math.hypot(PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight()) - 2 * MARGIN;
        float size = Math.min(ACROSS, ACROSS * longest / Math.max(1, width(across, ACROSS)));
        page.beginText();
        page.setFont(font, size);
        page.setTextMatrix(Matrix.getRotateInstance(SLOPE, MARGIN * 2, MARGIN * 2));
        page.showText(across);
        page.endText();
        page.setNonStrokingColor(0f, 0f, 0f);
        text(shown(watermark + " · " + String.format(Locale.ROOT, "%d", pages)), SMALL, MARGIN / 2);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    private void line(String text, float size) throws IOException {
        for (String part : wrapped(text, size)) {
            if (y < MARGIN + LEADING) {
                turn();
            }
            y -= LEADING;
            text(part, size, y);
        }
    }

    private void text(String shown, float size, float at) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(MARGIN, at);
        page.showText(shown);
        page.endText();
    }

    private List<String> wrapped(String text, float size) throws IOException {
        float room = PDRectangle.A4.getWidth() - 2 * MARGIN;
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R")) {
            StringBuilder line = new StringBuilder();
            for (String word : shown(paragraph).split(" ")) {
                for (String piece : pieces(word, size, room)) {
                    String longer = line.isEmpty() ? piece : line + " " + piece;
                    if (width(longer, size) > room) {
                        lines.add(line.toString());
                        line.setLength(0);
                        line.append(piece);
                    } else {
                        line.setLength(0);
                        line.append(longer);
                    }
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** A word that is longer than the line is cut. */
    private List<String> pieces(String word, float size, float room) throws IOException {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int letter : word.codePoints().toArray()) {
            if (width(piece + Character.toString(letter), size) > room) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(letter);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private float width(String shown, float size) throws IOException {
        return font.getStringWidth(shown) / 1000 * size;
    }

    /** What the font has no letter for is told as such: a name in another script must not keep the rest back. */
    private String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(letter -> shown.append(has(letter) ? Character.toString(letter) : INSTEAD));
        return shown.toString();
    }

    private boolean has(int letter) {
        try {
            font.encode(Character.toString(letter));
            return !Character.isISOControl(letter);
        } catch (IllegalArgumentException | IOException none) {
            return false;
        }
    }
}
