package org.himaye.verifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.himaye.verifier.log.DailyLine;
import org.himaye.verifier.note.Checkpoint;
import org.himaye.verifier.note.NoteKey;
import org.himaye.verifier.note.SignedNote;
import org.himaye.verifier.tree.GrowingTree;
import org.himaye.verifier.tree.Tile;
import org.himaye.verifier.tree.TreeHash;
import org.junit.jupiter.api.Test;

/** Figures of others: what this program takes for a note, a tree and a tile is what they do. */
class KnownAnswersTest {

    /** From the documentation of Go's package note. */
    private static final String KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    /** Leaves and root of the tests of Certificate Transparency. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final String ROOT = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328";

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aNoteOfGoIsVerified() {
        NoteKey key = NoteKey.parse(KEY, NoteKey.LOG);

        assertEquals(KEY, key.toString());
        assertTrue(SignedNote.parse(utf8(NOTE)).signedBy(key));
        assertFalse(SignedNote.parse(utf8(NOTE.replace("problem,", "problem;"))).signedBy(key));
        assertArrayEquals(utf8(NOTE), SignedNote.parse(utf8(NOTE)).bytes());
    }

    @Test
    void aLineOfAnUnknownAlgorithmIsPassedOver() {
        String more = NOTE + "\u2014 PeterNeumann AAAAAAECAwQFBgc=\n\u2014 somebody/else AAAAAAECAwQFBgc=\n";

        assertTrue(SignedNote.parse(utf8(more)).signedBy(NoteKey.parse(KEY, NoteKey.LOG)));
    }

    @Test
    void aTreeOfCertificateTransparencyHasItsRoot() {
        TreeHash hash = new TreeHash();
        byte[] leaves = new byte[LEAVES.size() * TreeHash.BYTES];
        for (int i = 0; i < LEAVES.size(); i++) {
            byte[] leaf = HexFormat.of().parseHex(LEAVES.get(i));
            System.arraycopy(hash.leaf(leaf), 0, leaves, i * TreeHash.BYTES, TreeHash.BYTES);
            byte[] behind = new byte[1 + leaf.length];
            System.arraycopy(leaf, 0, behind, 1, leaf.length);
            byte[] again = new byte[TreeHash.BYTES];
            hash.leaf(behind, 1, leaf.length, again, 0);
            assertArrayEquals(hash.leaf(leaf), again);
        }
        GrowingTree tree = new GrowingTree((tile, row) -> {});
        tree.addLast(leaves);

        assertEquals(ROOT, HexFormat.of().formatHex(tree.root()));
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                HexFormat.of().formatHex(hash.empty()));
    }

    /** The examples of tlog-tiles. */
    @Test
    void tilesHaveTheirNames() {
        assertEquals("tile/0/x001/x234/067", new Tile(0, 1_234_067, 256).path());
        assertEquals("tile/entries/x001/x234/067.p/8", new Tile(Tile.ENTRIES, 1_234_067, 8).path());
        assertEquals(new Tile(2, 0, 1), Tile.in(70_000, 2, 0).orElseThrow());
        assertEquals(new Tile(1, 1, 17), Tile.in(70_000, 1, 1).orElseThrow());
        assertEquals(new Tile(0, 273, 112), Tile.in(70_000, 0, 273).orElseThrow());
        assertTrue(Tile.in(256, 0, 1).isEmpty());
        assertEquals(new Tile(1, 0, 1), Tile.in(256, 1, 0).orElseThrow());
        for (String path : List.of("tile/0/x001/x234/067", "tile/entries/000.p/255", "tile/6/999")) {
            assertEquals(path, Tile.parse(path).orElseThrow().path());
        }
        for (String path :
                List.of("tile/0/x000/067", "tile/0/67", "tile/00/067", "tile/0/067.p/256", "tile/0/067.p/0", "a")) {
            assertTrue(Tile.parse(path).isEmpty(), path);
        }
    }

    @Test
    void whatWasTypedIsRead() throws GeneralSecurityException {
        MadeLog log = new MadeLog("himaye/1");
        for (int i = 0; i < 5; i++) {
            log.add(utf8("entry " + i));
        }
        log.sign();
        LocalDate date = LocalDate.of(2026, 11, 22);
        String line = DailyLine.of(Checkpoint.parse(log.checkpoint), date).text("himaye/1");

        assertTrue(line.matches("2026-11-22 5 ([0-9A-Z]{4}-){8}[0-9A-Z]{4}"), line);
        String sloppy =
                line.toLowerCase(Locale.ROOT).replaceAll("(?<= .{9,40})-", " ").replace('0', 'o');
        String typed = line.substring(0, 10) + sloppy.substring(10);
        DailyLine read = DailyLine.parse(typed, "himaye/1");
        assertEquals(5, read.size());
        assertArrayEquals(Arrays.copyOf(log.root(), 20), read.root());
        assertThrows(Unusable.class, () -> DailyLine.parse(line, "himaye/2"));
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < line.length(); i++) {
            char other = line.charAt(i) == '7' ? '8' : '7';
            if (Character.isLetterOrDigit(line.charAt(i))) {
                wrong.add(line.substring(0, i) + other + line.substring(i + 1));
            }
        }
        for (String each : wrong) {
            assertThrows(Unusable.class, () -> DailyLine.parse(each, "himaye/1"), each);
        }
    }
}
