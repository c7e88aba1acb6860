package org.himaye.accesslog;

import java.util.Locale;

/** Names of tiles as C2SP tlog-tiles has them: three digits a folder, each but the last with an x before it. */
final class TilePath {

    private static final long THOUSAND = 1000;

    private TilePath() {}

    /**
     * The name of a tile of hashes.
     *
     * @param width how many hashes it has; 256 is a whole one
     */
    static String hashes(int level, long index, int width) {
        return of(String.valueOf(level), index, width);
    }

    /** The name of a bundle of entries. */
    static String entries(long index, int width) {
        return of("entries", index, width);
    }

    private static String of(String kind, long index, int width) {
        StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "%03d", index % THOUSAND));
        for (long rest = index / THOUSAND; rest > 0; rest /= THOUSAND) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % THOUSAND));
        }
        return "tile/" + kind + "/" + path + (width == LogTree.TILE ? "" : ".p/" + width);
    }
}
