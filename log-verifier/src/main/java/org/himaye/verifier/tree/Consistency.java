package org.himaye.verifier.tree;

import java.util.HashMap;
import java.util.Map;

/**
 * Roots of a tree and of one of its beginnings, both made of the same few hashes from its tiles. When both are the signed ones, the
 * longer tree has the shorter one's entries unchanged: these hashes are the proof of RFC 6962.
 */
public final class Consistency {

    private static final int HEIGHT = 8;

    private final long size;
    private final Tiles tiles;
    private final TreeHash hash = new TreeHash();
    private final Map<Tile, byte[]> fetched = new HashMap<>();

    /** Where tiles come from. */
    public interface Tiles {
        /** As many bytes as the tile has. */
        byte[] hashes(Tile tile);
    }

    /** Of the beginning, and of all. */
    public record Roots(byte[] earlier, byte[] all) {}

    /** @param size of the whole tree, not empty */
    public Consistency(long size, Tiles tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    /** @param earlier size of the beginning, at most that of all */
    public Roots roots(long earlier) {
        if (size == 0) {
            return new Roots(hash.empty(), hash.empty());
        }
        return earlier == 0 ? new Roots(hash.empty(), root(0, size)) : both(0, size, earlier);
    }

    private Roots both(long from, long to, long earlier) {
        if (earlier == to) {
            byte[] root = root(from, to);
            return new Roots(root, root);
        }
        long middle = from + half(to - from);
        if (earlier <= middle) {
            Roots left = both(from, middle, earlier);
            return new Roots(left.earlier(), hash.node(left.all(), root(middle, to)));
        }
        byte[] left = root(from, middle);
        Roots right = both(middle, to, earlier);
        return new Roots(hash.node(left, right.earlier()), hash.node(left, right.all()));
    }

    /** The greatest power of two that is less. */
    private static long half(long count) {
        return Long.highestOneBit(count - 1);
    }

    private byte[] root(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            return perfect(from, count);
        }
        long middle = from + half(count);
        return hash.node(root(from, middle), root(middle, to));
    }

    private byte[] perfect(long from, long count) {
        int height = Long.numberOfTrailingZeros(count);
        int level = height / HEIGHT;
        long first = from >> HEIGHT * level;
        Tile tile = Tile.in(size, level, first / Tile.WIDTH).orElseThrow();
        byte[] hashes = fetched.computeIfAbsent(tile, tiles::hashes);
        return hash.perfect(hashes, (int) (first % Tile.WIDTH), 1 << height % HEIGHT);
    }
}
