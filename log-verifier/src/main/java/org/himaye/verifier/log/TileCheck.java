package org.himaye.verifier.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.himaye.verifier.entry.Entry;
import org.himaye.verifier.entry.EntryReader;
import org.himaye.verifier.note.Malformed;
import org.himaye.verifier.tree.Tile;
import org.himaye.verifier.tree.TreeHash;

/** Looks at the entries of one tile and at their hashes: what needs nothing of the tiles before, so that several cores can do it. */
final class TileCheck implements Callable<CheckedTile> {

    private static final int LENGTH_BYTES = 2;
    private static final int MOST = Tile.WIDTH * (LENGTH_BYTES + EntryReader.MOST_BYTES);

    /** What each core has for all its tiles, so that nothing of it is made, cleared and found out anew for each. */
    private record Means(TreeHash hash, EntryReader reader, byte[] bundle) {}

    private static final ThreadLocal<Means> MEANS =
            ThreadLocal.withInitial(() -> new Means(new TreeHash(), new EntryReader(), new byte[MOST + 1]));

    private final LogFolder folder;
    private final Tile leaves;
    private final Tile bundle;
    private TreeHash hash;
    private EntryReader reader;
    private final Entry[] entries;
    private final byte[] made;
    private final boolean[] present;
    private final List<Finding> findings = new ArrayList<>();

    TileCheck(LogFolder folder, Tile leaves) {
        this.folder = folder;
        this.leaves = leaves;
        this.bundle = new Tile(Tile.ENTRIES, leaves.number(), leaves.width());
        this.entries = new Entry[leaves.width()];
        this.made = new byte[leaves.bytes()];
        this.present = new boolean[leaves.width()];
    }

    @Override
    public CheckedTile call() {
        Means means = MEANS.get();
        hash = means.hash();
        reader = means.reader();
        byte[] stored = stored();
        readEntries(means.bundle());
        if (stored != null) {
            compare(stored);
        }
        byte[] hashes = stored;
        if (stored == null && !holes()) {
            hashes = made;
        }
        boolean whole = hashes != null && leaves.width() == Tile.WIDTH;
        byte[] root = whole ? hash.perfect(hashes, 0, Tile.WIDTH) : null;
        return new CheckedTile(leaves, hashes, root, entries, findings);
    }

    private byte[] stored() {
        Optional<byte[]> stored = folder.read(leaves.path(), leaves.bytes());
        if (stored.isEmpty()) {
            found(0, leaves.path(), "the file is missing");
            return null;
        }
        if (stored.get().length != leaves.bytes()) {
            found(0, leaves.path(), "the file should have " + leaves.bytes() + " bytes");
            return null;
        }
        return stored.get();
    }

    private void readEntries(byte[] bytes) {
        int end = folder.read(bundle.path(), bytes);
        if (end < 0) {
            found(0, bundle.path(), "the file is missing");
            return;
        }
        int at = 0;
        for (int i = 0; i < bundle.width(); i++) {
            int length = at + LENGTH_BYTES > end ? -1 : (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
            if (length < 0 || at + LENGTH_BYTES + length > end) {
                found(i, bundle.path(), "the file ends within this entry");
                return;
            }
            at += LENGTH_BYTES;
            if (length == 0) {
                found(
                        i,
                        bundle.path(),
                        "the entry is empty: the system no longer has the row of which this leaf was made");
            } else {
                entry(i, bytes, at, length);
            }
            at += length;
        }
        if (at != end) {
            found(bundle.width() - 1, bundle.path(), "something stands behind the last entry");
        }
    }

    private void entry(int i, byte[] bytes, int from, int length) {
        hash.leaf(bytes, from, length, made, i * TreeHash.BYTES);
        present[i] = true;
        try {
            entries[i] = reader.read(bytes, from, length);
        } catch (Malformed e) {
            found(i, bundle.path(), "the entry has not the form that it must have: " + e.getMessage());
        }
    }

    private void compare(byte[] stored) {
        for (int i = 0; i < present.length; i++) {
            int from = i * TreeHash.BYTES;
            int to = from + TreeHash.BYTES;
            if (present[i] && !Arrays.equals(stored, from, to, made, from, to)) {
                found(i, bundle.path(), "the entry is not the one of which its hash in " + leaves.path() + " was made");
            }
        }
    }

    private boolean holes() {
        for (boolean each : present) {
            if (!each) {
                return true;
            }
        }
        return false;
    }

    private void found(int entry, String place, String words) {
        String where = place + ", entry " + entry + " of it";
        long index = leaves.firstEntry() + entry;
        findings.add(new Finding(Finding.Severity.BROKEN, index, index, where, words));
    }
}
