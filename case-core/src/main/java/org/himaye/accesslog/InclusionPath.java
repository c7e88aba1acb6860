package org.himaye.accesslog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * The way from one leaf to the root of a tree (RFC 6962, 2.1.1), made of the hashes that the sealer keeps: of the leaves, and of each whole
 * tile of 256.
 */
final class InclusionPath {

    private static final int TILE_BITS = 8;
    private static final byte NODE = 1;

    /** Where the hashes stand of which the root of one whole subtree is made: those of a level of tiles, from one index on, before another. */
    record Span(int level, long from, long until) {}

    /** For each step, from the leaf up, the whole subtrees of the other side, from left to right. */
    private final List<List<Span>> steps = new ArrayList<>();

    /** @throws IllegalArgumentException when there is no such leaf */
    InclusionPath(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        long from = 0;
        long until = size;
        while (until - from > 1) {
            long left = Long.highestOneBit(until - from - 1);
            if (index < from + left) {
                steps.add(whole(from + left, until));
                until = from + left;
            } else {
                steps.add(whole(from, from + left));
                from += left;
            }
        }
        Collections.reverse(steps);
    }

    private static List<Span> whole(long from, long until) {
        List<Span> spans = new ArrayList<>();
        for (long start = from; start < until; ) {
            long width = Long.highestOneBit(until - start);
            int level = Long.numberOfTrailingZeros(width) / TILE_BITS;
            int shift = level * TILE_BITS;
            spans.add(new Span(level, start >> shift, start + width >> shift));
            start += width;
        }
        return spans;
    }

    /** All that is needed to make it. */
    List<Span> spans() {
        return steps.stream().flatMap(List::stream).distinct().toList();
    }

    /**
     * @param stored the hashes of a span, in their order
     * @throws IllegalStateException when one is missing
     */
    List<byte[]> hashes(Function<Span, List<byte[]>> stored) {
        return steps.stream().map(step -> side(step, stored)).toList();
    }

    private static byte[] side(List<Span> step, Function<Span, List<byte[]>> stored) {
        byte[] right = null;
        for (Span span : step.reversed()) {
            List<byte[]> hashes = stored.apply(span);
            if (hashes.size() != span.until() - span.from()) {
                throw new IllegalStateException("the log's tree lacks hashes of level " + span.level());
            }
            byte[] left = top(hashes);
            right = right == null ? left : node(left, right);
        }
        return right;
    }

    private static byte[] top(List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int middle = hashes.size() / 2;
        return node(top(hashes.subList(0, middle)), top(hashes.subList(middle, hashes.size())));
    }

    /**
     * The root to which a path leads from a leaf (RFC 9162, 2.1.3.2).
     *
     * @return null when the path does not have the length of such a leaf's
     */
    static byte[] root(long index, long size, byte[] leaf, List<byte[]> path) {
        long place = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] other : path) {
            if (last == 0) {
                return null;
            }
            if ((place & 1) == 1 || place == last) {
                hash = node(other, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, other);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 ? hash : null;
    }

    private static byte[] node(byte[] left, byte[] right) {
        byte[] all = new byte[1 + 2 * LogTree.HASH];
        all[0] = NODE;
        System.arraycopy(left, 0, all, 1, LogTree.HASH);
        System.arraycopy(right, 0, all, 1 + LogTree.HASH, LogTree.HASH);
        return LogTree.sha256(all);
    }
}
