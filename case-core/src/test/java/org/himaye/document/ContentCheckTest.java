package org.himaye.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is taken, what is not and why, and what is kept of it (security.md F21). */
class ContentCheckTest {

    /** As the service does: what it is, then whether it is that. */
    private static byte[] kept(byte[] content) {
        return CheckProgram.check(TypeByContent.of(content), content);
    }

    private static String problem(byte[] content) {
        return assertThrows(DocumentRefused.class, () -> kept(content))
                .problem()
                .name();
    }

    @Test
    @Tag("ASVS-5.2.2")
    void whatAFileIsIsSaidByItsContent() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("EMPTY nothing", new byte[0]);
        files.put("TYPE a text", Papers.text("Salam"));
        files.put("TYPE a page with a script", Papers.text("<html><script>alert(1)</script></html>"));
        files.put(
                "TYPE a drawing with a script",
                Papers.text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"));
        files.put("TYPE a picture of another kind, and a script", Papers.text("GIF89a/*\0\0*/=1;alert(1)//"));
        files.put("TYPE a program", Papers.text("MZ\220\0\3\0\0\0\4\0\0\0\377\377"));
        files.put("TYPE an archive", Papers.archive("readme.txt", ""));
        files.put("TYPE an archive that names folders above", Papers.archive("../../etc/passwd", ""));
        files.put("TYPE a PDF behind something else", Papers.joined(Papers.text("MZ"), Papers.pdf()));
        files.put("CONVERT of an office program", Papers.archive("[Content_Types].xml", ""));
        files.put(
                "CONVERT of an older one",
                Papers.joined(
                        new byte[] {
                            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
                        },
                        new byte[600]));
        files.forEach((told, content) -> assertEquals(told.split(" ")[0], problem(content), told));
        assertEquals(DocumentType.PDF, TypeByContent.of(Papers.pdf()));
    }

    @Test
    @Tag("ASVS-5.2.3")
    void aPdfIsKeptAsItCameOrNotAtAll() {
        byte[] plain = Papers.pdf();
        assertArrayEquals(plain, kept(plain));

        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("LOCKED", Papers.lockedPdf());
        for (String action : new String[] {"JavaScript", "Launch", "SubmitForm", "GoToE"}) {
            files.put("ACTIVE " + action, Papers.pdf(Papers.action(action)));
        }
        for (String entry : new String[] {"JS", "EmbeddedFiles", "XFA"}) {
            files.put("ACTIVE " + entry, Papers.pdf(Papers.entry(entry)));
        }
        files.put("UNREADABLE cut off", Arrays.copyOf(plain, plain.length / 2));
        files.put("UNREADABLE with something behind", Papers.joined(plain, Papers.text("<script>")));
        files.put("UNREADABLE and an archive", Papers.joined(plain, Papers.archive("a.js", "")));
        files.put("UNREADABLE and an archive that ends like it", Papers.joined(plain, Papers.archive("a.js", "%%EOF")));
        files.forEach((told, content) -> assertEquals(told.split(" ")[0], problem(content), told));
    }

    @Test
    @Tag("ASVS-14.2.8")
    void ofAPictureThePointsAreKeptAndNothingElse() throws IOException {
        byte[] photograph = Papers.joined(Papers.photograph(6), Papers.archive("a.js", ""));
        assertTrue(holds(photograph, Papers.PLACE) && holds(photograph, "Exif"));

        byte[] kept = kept(photograph);

        assertFalse(holds(kept, Papers.PLACE) || holds(kept, "Exif") || holds(kept, "a.js"), "left behind");
        BufferedImage upright = ImageIO.read(new ByteArrayInputStream(kept));
        assertEquals("40x80", upright.getWidth() + "x" + upright.getHeight(), "turned as it was held");
        assertTrue(red(upright, 20, 10) && !red(upright, 20, 70), "what was left is above");
        byte[] png = Papers.joined(Papers.file("png", Papers.picture(30, 20)), Papers.text("<script>"));
        assertFalse(holds(kept(png), "<script>"));
    }

    /** Each of the eight ways to hold a camera, by where the left edge goes. */
    @Test
    void aPhotographStandsUprightHoweverItWasHeld() throws IOException {
        String[] red = {"left", "right", "right", "left", "top", "top", "bottom", "bottom"};
        for (int held = 1; held <= red.length; held++) {
            BufferedImage shown = ImageIO.read(new ByteArrayInputStream(kept(Papers.photograph(held))));
            int w = shown.getWidth();
            int h = shown.getHeight();
            boolean there = switch (red[held - 1]) {
                case "left" -> red(shown, w / 4, h / 2) && !red(shown, 3 * w / 4, h / 2);
                case "right" -> !red(shown, w / 4, h / 2) && red(shown, 3 * w / 4, h / 2);
                case "top" -> red(shown, w / 2, h / 4) && !red(shown, w / 2, 3 * h / 4);
                default -> !red(shown, w / 2, h / 4) && red(shown, w / 2, 3 * h / 4);
            };
            assertTrue(there, "held " + held);
            assertEquals(held > 4, h > w, "held " + held);
        }
    }

    @Test
    @Tag("ASVS-5.2.6")
    void aPictureThatSaysItIsVastIsNotReadAndADamagedOneNotKept() {
        assertEquals("PICTURE_TOO_LARGE", problem(Papers.flood(60_000, 60_000)));
        assertEquals("PICTURE_TOO_LARGE", problem(Papers.flood(10_000, 10_000)));
        assertEquals("UNREADABLE", problem(Papers.flood(100, 100)));
        byte[] jpeg = Papers.file("jpeg", Papers.picture(80, 40));
        assertEquals("UNREADABLE", problem(Arrays.copyOf(jpeg, 40)));
    }

    /** It ends its own process, not ours: that has 448 MB and this a gigabyte in a few megabytes. */
    @Test
    @Tag("ASVS-5.2.3")
    void whatFillsItsMemoryEndsTheProgramThatChecksAndNoOther() {
        ContentCheck check = new ContentCheck();
        byte[] png = Papers.file("png", Papers.picture(30, 20));
        assertTrue(check.check(DocumentType.PNG, png).length > 0);
        byte[] bomb = Papers.bomb(1L << 30);
        assertTrue(bomb.length < 8 << 20, "small: " + bomb.length);

        DocumentRefused refused = assertThrows(DocumentRefused.class, () -> check.check(DocumentType.PDF, bomb));

        assertEquals(DocumentProblem.UNREADABLE, refused.problem());
        assertEquals(
                "ACTIVE",
                assertThrows(
                                DocumentRefused.class,
                                () -> check.check(DocumentType.PDF, Papers.pdf(Papers.action("JavaScript"))))
                        .problem()
                        .name());
    }

    private static boolean holds(byte[] file, String text) {
        return new String(file, StandardCharsets.ISO_8859_1).contains(text);
    }

    private static boolean red(BufferedImage picture, int x, int y) {
        int point = picture.getRGB(x, y);
        return (point >> 16 & 0xff) > 150 && (point & 0xff) < 100;
    }
}
