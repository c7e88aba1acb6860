package org.himaye.verifier.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file below {@code tile/}.
 *
 * @param level 0 for the hashes of entries, {@link #ENTRIES} for the entries themselves
 * @param number within its level
 * @param width how many hashes or entries it holds; {@link #WIDTH} for a whole one
 */
public record Tile(int level, long number, int width) {

    public static final int WIDTH = 256;
    public static final int ENTRIES = -1;

    private static final int DIGITS = 1_000;
    private static final int HEIGHT = 8;
    private static final int LEVELS = 7;
    private static final Pattern NAME =
            Pattern.compile("tile/(entries|[0-6])/((?:x[0-9]{3}/){0,4}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** How many hashes a tree of this size has at a level. */
    public static long count(int level, long size) {
        return level > LEVELS ? 0 : size >> HEIGHT * Math.max(level, 0);
    }

    /** The tile of this number as a tree of this size has it, whole or not; empty when it has none. */
    public static Optional<Tile> in(long size, int level, long number) {
        long left = count(level, size) - number * WIDTH;
        return left <= 0 ? Optional.empty() : Optional.of(new Tile(level, number, (int) Math.min(left, WIDTH)));
    }

    /** Reads a path; empty when it is none of a tile. */
    public static Optional<Tile> parse(String path) {
        Matcher name = NAME.matcher(path);
        if (!name.matches()) {
            return Optional.empty();
        }
        int level = name.group(1).equals("entries") ? ENTRIES : Integer.parseInt(name.group(1));
        long number = Long.parseLong(name.group(2).replaceAll("[x/]", ""));
        int width = name.group(3) == null ? WIDTH : Integer.parseInt(name.group(3));
        Tile tile = new Tile(level, number, width);
        return Optional.of(tile).filter(each -> each.path().equals(path));
    }

    /** From the folder of the log, {@code tile/0/x001/067} or {@code tile/0/x001/067.p/8}. */
    public String path() {
        String digits = three(number % DIGITS);
        for (long rest = number / DIGITS; rest > 0; rest /= DIGITS) {
            digits = "x" + three(rest % DIGITS) + "/" + digits;
        }
        String folder = level == ENTRIES ? "entries" : String.valueOf(level);
        return "tile/" + folder + "/" + digits + (width == WIDTH ? "" : ".p/" + width);
    }

    /** Without a formatter: there are millions of tiles. */
    private static String three(long number) {
        return String.valueOf(DIGITS + number).substring(1);
    }

    /** The first entry below it. */
    public long firstEntry() {
        return number * WIDTH << HEIGHT * Math.max(level, 0);
    }

    /** How many entries are below one of its hashes. */
    public long entriesOfEach() {
        return 1L << HEIGHT * Math.max(level, 0);
    }

    /** How long the file of hashes is. */
    public int bytes() {
        return width * TreeHash.BYTES;
    }
}
