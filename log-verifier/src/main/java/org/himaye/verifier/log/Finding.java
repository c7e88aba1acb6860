package org.himaye.verifier.log;

import java.util.Comparator;

/**
 * Something that is wrong.
 *
 * @param index of the first entry that it may concern; -1 when it concerns none
 * @param last of those; the same when it is known which one
 * @param place file and position
 */
public record Finding(Severity severity, long index, long last, String place, String words)
        implements Comparable<Finding> {

    /** About a file as a whole. */
    public static final long NO_ENTRY = -1;

    /**
     * A hash over many entries comes behind the entry below it that explains it. What is in no leaf comes last: of a table that was emptied
     * there are lines without number.
     */
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> finding.place().startsWith(Unsealed.FILE))
            .thenComparing(Finding::last)
            .thenComparing(Finding::index, Comparator.reverseOrder())
            .thenComparing(Finding::place)
            .thenComparing(Finding::words);

    /** How bad. */
    public enum Severity {
        /** The log was changed, or is not whole. */
        BROKEN,
        /** The hashes are sound, and something in it needs an explanation. */
        STRANGE
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String where = index == NO_ENTRY
                ? ""
                : index == last ? "index " + index + ", " : "index " + index + " to " + last + ", ";
        return severity + " " + where + place + ": " + words;
    }
}
