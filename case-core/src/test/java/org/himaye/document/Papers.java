package org.himaye.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Files as people send them, and as nobody should: all made here, none of anybody. */
final class Papers {

    static final String PLACE = "GPS 40.4093N 49.8671E";

    private Papers() {}

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    static byte[] pdf() {
        return pdf(new COSDictionary());
    }

    /** @param more entries of the page, which stand in a compressed object */
    static byte[] pdf(COSDictionary more) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            page.getCOSObject().addAll(more);
            document.addPage(page);
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] lockedPdf() {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        document.save(saved);
        return saved.toByteArray();
    }

    /** An action of this kind, somewhere within a page. */
    static COSDictionary action(String kind) {
        COSDictionary action = new COSDictionary();
        action.setName(COSName.S, kind);
        COSDictionary within = new COSDictionary();
        within.setItem(COSName.getPDFName("O"), action);
        COSDictionary page = new COSDictionary();
        page.setItem(COSName.getPDFName("AA"), within);
        return page;
    }

    static COSDictionary entry(String name) {
        COSDictionary page = new COSDictionary();
        page.setItem(COSName.getPDFName(name), new COSDictionary());
        return page;
    }

    /** A small file with an object stream that becomes so large. */
    static byte[] bomb(long bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(packed, new Deflater(1))) {
            byte[] blanks = text(" ".repeat(1 << 20));
            for (long written = 0; written < bytes; written += blanks.length) {
                deflating.write(blanks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return joined(
                text(
                        "%PDF-1.5\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
                                + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj\n4 0 obj <</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length "
                                + packed.size() + ">> stream\n"),
                packed.toByteArray(),
                text("\nendstream endobj\ntrailer <</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF\n"));
    }

    /** @param comment at the very end, which an archive may have */
    static byte[] archive(String name, String comment) {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.setComment(comment);
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive.toByteArray();
    }

    /** Red on the left, blue on the right. */
    static BufferedImage picture(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = picture.createGraphics();
        paint.setColor(Color.RED);
        paint.fillRect(0, 0, width / 2, height);
        paint.setColor(Color.BLUE);
        paint.fillRect(width / 2, 0, width - width / 2, height);
        paint.dispose();
        return picture;
    }

    static byte[] file(String format, BufferedImage picture) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(picture, format, file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a telephone makes one: says how it was held, and where. */
    static byte[] photograph(int orientation) {
        byte[] plain = file("jpeg", picture(80, 40));
        byte[] place = text(PLACE);
        ByteBuffer exif =
                ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4 + place.length).order(ByteOrder.BIG_ENDIAN);
        exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
        exif.put(text("Exif\0\0"));
        exif.order(ByteOrder.LITTLE_ENDIAN);
        exif.put(text("II")).putShort((short) 42).putInt(8);
        exif.putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putInt(orientation);
        exif.putInt(0).put(place);
        return joined(
                new byte[] {plain[0], plain[1]}, exif.array(), java.util.Arrays.copyOfRange(plain, 2, plain.length));
    }

    /** A few bytes that say they are a picture of this size. */
    static byte[] flood(int width, int height) {
        byte[] header = ByteBuffer.allocate(17)
                .put(text("IHDR"))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 check = new CRC32();
        check.update(header);
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                ByteBuffer.allocate(4).putInt(13).array(),
                header,
                ByteBuffer.allocate(4).putInt((int) check.getValue()).array(),
                new byte[64]);
    }
}
