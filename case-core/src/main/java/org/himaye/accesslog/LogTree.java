package org.himaye.accesslog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962 over the log, as it grows: of each level of tiles only the last, which is not whole, is kept here. A
 * tile has 256 hashes, eight levels of the tree; whoever appends keeps the hashes of the whole ones.
 */
final class LogTree {

    static final int TILE = 256;
    static final int HASH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final int TILE_BITS = 8;

    private final List<List<byte[]>> open = new ArrayList<>();
    private long size;

    /** The hash of a whole tile, one of those of which the tiles of its level are made. */
    record Node(int level, long index, byte[] hash) {}

    /** Where the hashes of the last tiles stand. */
    interface Tiles {
        /** @return the hashes of this level from one index on, before another */
        List<byte[]> hashes(int level, long from, long until);
    }

    /** An empty tree. */
    LogTree() {}

    /**
     * A tree that was kept.
     *
     * @throws LogUnproved when a hash is missing
     */
    static LogTree kept(long size, Tiles tiles) {
        LogTree tree = new LogTree();
        tree.size = size;
        int level = 0;
        for (long count = size; count > 0; count /= TILE) {
            long from = count - count % TILE;
            List<byte[]> hashes = count == from ? List.of() : tiles.hashes(level, from, count);
            if (hashes.size() != count - from) {
                throw new LogUnproved("the log's tree lacks hashes of level " + level + " from " + from);
            }
            tree.open.add(new ArrayList<>(hashes));
            level++;
        }
        return tree;
    }

    long size() {
        return size;
    }

    /**
     * Appends the hash of an entry.
     *
     * @return the tiles that became whole by it, mostly none
     */
    List<Node> append(byte[] leafHash) {
        List<Node> whole = List.of();
        byte[] hash = leafHash;
        size++;
        for (int level = 0; hash != null; level++) {
            if (open.size() == level) {
                open.add(new ArrayList<>());
            }
            List<byte[]> tile = open.get(level);
            tile.add(hash);
            hash = null;
            if (tile.size() == TILE) {
                hash = top(tile, 0, TILE);
                tile.clear();
                whole = whole.isEmpty() ? new ArrayList<>() : whole;
                whole.add(new Node(level + 1, (size >> (TILE_BITS * (level + 1))) - 1, hash));
            }
        }
        return whole;
    }

    byte[] root() {
        if (size == 0) {
            return sha256().digest();
        }
        byte[] right = null;
        for (List<byte[]> tile : open) {
            // The largest subtrees stand to the left, and each level of tiles to the left of the one below.
            int end = tile.size();
            while (end > 0) {
                int width = Integer.lowestOneBit(end);
                byte[] left = top(tile, end - width, end);
                right = right == null ? left : node(left, right);
                end -= width;
            }
        }
        return right;
    }

    private static byte[] top(List<byte[]> hashes, int from, int until) {
        if (until - from == 1) {
            return hashes.get(from);
        }
        int middle = (from + until) / 2;
        return node(top(hashes, from, middle), top(hashes, middle, until));
    }

    static byte[] leaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(entry);
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
