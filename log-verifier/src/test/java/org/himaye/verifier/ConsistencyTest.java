package org.himaye.verifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.himaye.verifier.tree.Consistency;
import org.himaye.verifier.tree.Tile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roots of a tree and of its beginnings out of a few tiles, against the definition over all leaves. */
class ConsistencyTest {

    private static final int[] SIZES = {1, 2, 3, 255, 256, 257, 511, 512, 770};
    private static final int[] GREAT = {65_537, 66_000};

    @TempDir
    Path place;

    private byte[] tile(Tile tile) {
        try {
            return Files.readAllBytes(place.resolve(tile.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(MadeLog whole, int size, int earlier) throws Exception {
        Consistency.Roots roots = new Consistency(size, this::tile).roots(earlier);
        assertArrayEquals(MadeLog.root(whole.leaves.subList(0, earlier)), roots.earlier(), earlier + " of " + size);
        assertArrayEquals(MadeLog.root(whole.leaves.subList(0, size)), roots.all(), size + "");
    }

    private MadeLog log(int size) throws Exception {
        MadeLog log = new MadeLog("himaye/consistency");
        for (int i = 0; i < size; i++) {
            log.add(("entry " + i).getBytes(StandardCharsets.UTF_8));
        }
        log.sign();
        return log;
    }

    private MadeLog first(MadeLog whole, int size) throws Exception {
        MadeLog first = new MadeLog(whole);
        first.entries.subList(size, first.entries.size()).clear();
        first.leaves.subList(size, first.leaves.size()).clear();
        first.sign();
        first.write(place);
        return first;
    }

    @Test
    void anyBeginningOfAnySize() throws Exception {
        MadeLog whole = log(GREAT[GREAT.length - 1]);
        Random random = new Random(3);
        for (int size : SIZES) {
            first(whole, size);
            for (int earlier = 0; earlier <= size; earlier += 1 + random.nextInt(20)) {
                check(whole, size, earlier);
            }
        }
        for (int size : GREAT) {
            first(whole, size);
            for (int earlier : new int[] {255, 65_536}) {
                check(whole, size, earlier);
            }
        }
    }

    @Test
    void anotherPastHasAnotherRoot() throws Exception {
        MadeLog log = log(700);
        byte[] before = MadeLog.root(log.leaves.subList(0, 300));
        log.leaves.set(7, MadeLog.leaf(new byte[] {1}));
        log.write(place);

        assertFalse(Arrays.equals(
                before, new Consistency(700, this::tile).roots(300).earlier()));
    }
}
