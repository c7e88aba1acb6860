package org.himaye.disclosure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.himaye.confidentiality.Purpose;
import org.junit.jupiter.api.Test;

/** What people read of it, in every letter of the three languages, and every page says whose it is (domain.md 4.3). */
class PackageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Instant NOW = Instant.parse("2026-11-20T21:30:00Z");
    private static final String LETTERS = "Əə Ğğ Iı İi Öö Şş Üü Çç Ёё Ъъ Щщ Ыы Юю Яя Qq Xx";
    private static final String COURT = "Şəki rayon məhkəməsi";

    private static final PackageWords WORDS = new PackageWords() {
        @Override
        public String language() {
            return "az";
        }

        @Override
        public String title() {
            return "Məlumat";
        }

        @Override
        public String heading(Heading heading) {
            return heading.name();
        }

        @Override
        public String field(DisclosedField field) {
            return field.name();
        }

        @Override
        public String show(Object value) {
            return value.toString();
        }

        @Override
        public String terms() {
            return "Ötürmək qadağandır: " + TODAY.plusDays(30);
        }
    };

    private static Disclosure granted() {
        List<DisclosedField> fields =
                List.of(DisclosedField.PSEUDONYM, DisclosedField.STATEMENT_DATE, DisclosedField.STATEMENT);
        Disclosure row = new Disclosure(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "V-AAAAAA-A",
                UUID.randomUUID(),
                new DisclosureRequest(
                        ReceiverKind.COURT,
                        COURT,
                        null,
                        "17/2026",
                        TODAY,
                        Purpose.COURT_ORDER,
                        DisclosureBasis.COURT_DECISION,
                        null,
                        fields),
                UUID.randomUUID(),
                NOW);
        row.check(
                new DisclosureCheck(DisclosureBasis.COURT_DECISION, null, null, null, "x"),
                false,
                UUID.randomUUID(),
                NOW);
        row.decide(
                new DisclosureDecision(null, fields, TODAY.plusDays(30)),
                Set.copyOf(fields),
                TODAY,
                UUID.randomUUID(),
                NOW);
        return row;
    }

    private static PackageContent content(Disclosure row, String statement) {
        PackageContent content = PackageContent.of(row, TODAY);
        content.add(DisclosedField.PSEUDONYM, "Nərgiz-14");
        content.add(DisclosedField.STATEMENT_DATE, NOW);
        content.add(DisclosedField.STATEMENT, statement);
        return content;
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper reader = new PDFTextStripper();
        reader.setStartPage(page);
        reader.setEndPage(page);
        return reader.getText(pdf);
    }

    @Test
    void everyPageNamesTheReceiverAndTheNumberAndEveryLetterIsThere() throws IOException {
        Disclosure row = granted();
        String statement = LETTERS + "\n" + "uzun ".repeat(1500) + "sonu " + "ı".repeat(300);

        try (PDDocument pdf = Loader.loadPDF(PackagePdf.of(content(row, statement), WORDS))) {
            assertTrue(pdf.getNumberOfPages() > 1, "a long one");
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertTrue(text(pdf, page).contains(COURT + " · " + row.reference()), "page " + page);
            }
            String all = new PDFTextStripper().getText(pdf);
            for (String part :
                    List.of(LETTERS, "sonu", "Nərgiz-14", "2026-11-21", "17/2026", "Ötürmək qadağandır: 2026-12-20")) {
                assertTrue(all.contains(part), part + " in " + all.substring(0, 400));
            }
            assertFalse(all.contains("V-AAAAAA-A"), "the number of the case stays in the house");
            for (PDPage page : pdf.getPages()) {
                page.getResources()
                        .getFontNames()
                        .forEach(name -> assertTrue(embedded(page, name), "the font goes with the file"));
            }
        }
    }

    private static boolean embedded(PDPage page, org.apache.pdfbox.cos.COSName name) {
        try {
            return page.getResources().getFont(name).isEmbedded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLetterThatTheFontLacksKeepsNothingBack() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PackagePdf.of(content(granted(), "ნინო 中 \u0007 son"), WORDS))) {
            assertTrue(new PDFTextStripper().getText(pdf).contains("son"));
        }
    }
}
