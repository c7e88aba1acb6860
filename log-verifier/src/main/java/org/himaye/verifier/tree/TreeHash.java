package org.himaye.verifier.tree;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 as RFC 6962 uses it: a leaf begins with 0, a node with 1. Not for several threads. */
public final class TreeHash {

    public static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha;
    private final byte[] row = new byte[Tile.WIDTH * BYTES];
    private final byte[] pair = new byte[1 + 2 * BYTES];

    public TreeHash() {
        pair[0] = NODE;
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a tree without entries. */
    public byte[] empty() {
        return sha.digest();
    }

    public byte[] leaf(byte[] entry) {
        sha.update(LEAF);
        return sha.digest(entry);
    }

    /**
     * Writes the hash of an entry to a place in {@code to}. The byte before the entry is lost: a leaf's sign takes its place, because a
     * digest in one piece is a tenth faster.
     */
    public void leaf(byte[] bytes, int from, int length, byte[] to, int at) {
        bytes[from - 1] = LEAF;
        sha.update(bytes, from - 1, 1 + length);
        finish(to, at);
    }

    public byte[] node(byte[] left, byte[] right) {
        sha.update(NODE);
        sha.update(left);
        return sha.digest(right);
    }

    private void finish(byte[] to, int at) {
        try {
            sha.digest(to, at, BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The root over a whole subtree: {@code count} hashes from {@code first} on, a power of two and at most a tile's. */
    public byte[] perfect(byte[] hashes, int first, int count) {
        System.arraycopy(hashes, first * BYTES, row, 0, count * BYTES);
        for (int left = count; left > 1; left /= 2) {
            for (int i = 0; i < left / 2; i++) {
                System.arraycopy(row, 2 * i * BYTES, pair, 1, 2 * BYTES);
                sha.update(pair);
                finish(row, i * BYTES);
            }
        }
        byte[] root = new byte[BYTES];
        System.arraycopy(row, 0, root, 0, BYTES);
        return root;
    }

    /** Joins the first {@code count} hashes of a row, and to their right what has been joined of the rows below, if anything. */
    byte[] join(byte[] hashes, int count, byte[] right) {
        byte[] joined = right;
        int end = count;
        while (end > 0) {
            int size = Integer.lowestOneBit(end);
            byte[] part = perfect(hashes, end - size, size);
            joined = joined == null ? part : node(part, joined);
            end -= size;
        }
        return joined;
    }
}
