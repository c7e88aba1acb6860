package org.himaye.verifier.tree;

/** The tree over all that was added so far: one unfinished row of hashes for each level, whatever its size. */
public final class GrowingTree {

    private static final int LEVELS = 8;

    private final TreeHash hash = new TreeHash();
    private final byte[][] rows = new byte[LEVELS][];
    private final int[] widths = new int[LEVELS];
    private final Rows onRow;
    private long tiles;
    private byte[] rest = new byte[0];

    /** Is told of each row above the lowest when it is full or, at the end, as far as it is. */
    public interface Rows {
        void row(Tile tile, byte[] hashes);
    }

    public GrowingTree(Rows onRow) {
        this.onRow = onRow;
    }

    /** Adds a whole tile of leaves, by its root. */
    public void add(byte[] rootOfTile) {
        tiles++;
        push(1, rootOfTile);
    }

    /** Adds the last tile, which is not whole. */
    public void addLast(byte[] leaves) {
        rest = leaves.clone();
    }

    private void push(int level, byte[] hashOfTile) {
        if (rows[level] == null) {
            rows[level] = new byte[Tile.WIDTH * TreeHash.BYTES];
        }
        System.arraycopy(hashOfTile, 0, rows[level], widths[level] * TreeHash.BYTES, TreeHash.BYTES);
        widths[level]++;
        if (widths[level] == Tile.WIDTH) {
            onRow.row(new Tile(level, Tile.count(level, size()) / Tile.WIDTH - 1, Tile.WIDTH), rows[level]);
            widths[level] = 0;
            push(level + 1, hash.perfect(rows[level], 0, Tile.WIDTH));
        }
    }

    private long size() {
        return tiles * Tile.WIDTH;
    }

    /** Tells of the rows that are not full. */
    public void end() {
        for (int level = 1; level < LEVELS; level++) {
            if (widths[level] > 0) {
                onRow.row(new Tile(level, Tile.count(level, size()) / Tile.WIDTH, widths[level]), rows[level]);
            }
        }
    }

    /** The root over all. */
    public byte[] root() {
        return rootWith(rest, rest.length / TreeHash.BYTES);
    }

    /** The root over what was added and the first {@code count} leaves of the tile that comes next. */
    public byte[] rootWith(byte[] leaves, int count) {
        byte[] joined = hash.join(leaves, count, null);
        for (int level = 1; level < LEVELS; level++) {
            joined = hash.join(rows[level], widths[level], joined);
        }
        return joined == null ? hash.empty() : joined;
    }
}
