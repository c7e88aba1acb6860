package org.himaye.accesslog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tree against the vectors that certificate transparency's implementations share, and against the definition of RFC 6962, 2.1. */
class LogTreeTest {

    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void sharedVectors() {
        LogTree tree = new LogTree();
        List<String> roots = new ArrayList<>(List.of(HexFormat.of().formatHex(tree.root())));
        for (String entry : ENTRIES) {
            tree.append(LogTree.leaf(HexFormat.of().parseHex(entry)));
            roots.add(HexFormat.of().formatHex(tree.root()));
        }

        assertEquals(ROOTS, roots);
    }

    /** Around the ends of tiles of three levels; and what was kept goes on as what was never put away. */
    @Test
    void theDefinitionAtEverySizeThatMatters() throws Exception {
        Set<Integer> sizes = Set.of(
                1, 2, 3, 255, 256, 257, 511, 512, 700, 4096, 65_535, 65_536, 65_537, 65_792, 65_793, 66_000, 131_072,
                131_073);
        LogTree tree = new LogTree();
        List<List<byte[]>> kept = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < 131_073; i++) {
            byte[] leaf = LogTree.leaf(ByteBuffer.allocate(4).putInt(i).array());
            kept.get(0).add(leaf);
            for (LogTree.Node node : tree.append(leaf)) {
                assertEquals(kept.get(node.level()).size(), node.index());
                kept.get(node.level()).add(node.hash());
            }
            if (sizes.contains(i + 1)) {
                byte[] expected = definition(kept.get(0).subList(0, i + 1));
                assertArrayEquals(expected, tree.root(), "size " + (i + 1));
                tree = LogTree.kept(
                        i + 1, (level, from, until) -> kept.get(level).subList((int) from, (int) until));
                assertArrayEquals(expected, tree.root(), "kept at size " + (i + 1));
            }
        }
    }

    private static byte[] definition(List<byte[]> leaves) throws Exception {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((byte) 1);
        digest.update(definition(leaves.subList(0, left)));
        return digest.digest(definition(leaves.subList(left, leaves.size())));
    }

    @Test
    void aTreeThatLacksAHashDoesNotGoOn() {
        assertThrows(IllegalStateException.class, () -> LogTree.kept(3, (level, from, until) -> List.of()));
    }

    @Test
    void namesOfTiles() {
        assertEquals("tile/0/000", TilePath.hashes(0, 0, 256));
        assertEquals("tile/1/x001/x234/067.p/8", TilePath.hashes(1, 1_234_067, 8));
        assertEquals("tile/entries/x001/000", TilePath.entries(1000, 256));
    }
}
