package org.himaye.accesslog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A path that is made of the stored hashes of whole tiles leads to the root of the tree, whatever its size. */
class InclusionPathTest {

    /** Three levels of tiles. */
    private static final int LARGEST = 66_000;

    private final LogTree tree = new LogTree();
    private final List<List<byte[]>> levels = new ArrayList<>();

    private void grow(int size) {
        while (tree.size() < size) {
            byte[] leaf = leaf(tree.size());
            keep(0, leaf);
            tree.append(leaf).forEach(node -> keep(node.level(), node.hash()));
        }
    }

    private static byte[] leaf(long index) {
        return LogTree.leaf(ByteBuffer.allocate(Long.BYTES).putLong(index).array());
    }

    private void keep(int level, byte[] hash) {
        while (levels.size() <= level) {
            levels.add(new ArrayList<>());
        }
        levels.get(level).add(hash);
    }

    private List<byte[]> path(long index, long size) {
        return new InclusionPath(index, size)
                .hashes(span -> levels.get(span.level()).subList((int) span.from(), (int) span.until()));
    }

    private void leadsToTheRoot(long index, int size) {
        assertArrayEquals(
                tree.root(),
                InclusionPath.root(index, size, leaf(index), path(index, size)),
                () -> index + " of " + size);
    }

    @Test
    void everyLeafOfEverySmallTree() {
        for (int size = 1; size <= 70; size++) {
            grow(size);
            for (int index = 0; index < size; index++) {
                leadsToTheRoot(index, size);
            }
        }
    }

    @Test
    void leavesOfTreesOfSeveralLevelsOfTiles() {
        Random random = new Random(20261123);
        for (int size : new int[] {255, 256, 257, 511, 513, 5_000, 65_535, 65_536, 65_537, LARGEST}) {
            grow(size);
            for (int i = 0; i < 20; i++) {
                leadsToTheRoot(random.nextInt(size), size);
            }
            leadsToTheRoot(0, size);
            leadsToTheRoot(size - 1, size);
        }
    }

    @Test
    void anotherEntryOrAnotherPlaceLeadsElsewhere() {
        grow(1000);
        List<byte[]> path = path(123, 1000);

        assertFalse(Arrays.equals(tree.root(), InclusionPath.root(123, 1000, leaf(124), path)));
        assertFalse(Arrays.equals(tree.root(), InclusionPath.root(122, 1000, leaf(123), path)));
        assertFalse(Arrays.equals(
                tree.root(), InclusionPath.root(123, 1000, leaf(123), path.subList(0, path.size() - 1))));
    }

    @Test
    void aMissingHashIsNoPath() {
        grow(1000);

        assertThrows(
                IllegalStateException.class,
                () -> new InclusionPath(123, 1000)
                        .hashes(span -> List.of(new byte[LogTree.HASH]).subList(0, 0)));
        assertThrows(IllegalArgumentException.class, () -> new InclusionPath(1000, 1000));
    }
}
