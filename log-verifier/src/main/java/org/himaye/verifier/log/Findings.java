package org.himaye.verifier.log;

import java.util.List;
import java.util.TreeSet;

/** What was found: all are counted, the first hundred kept. Not for several threads. */
final class Findings {

    private static final int KEPT = 100;

    private final TreeSet<Finding> first = new TreeSet<>();
    private long broken;
    private long strange;

    void add(Finding finding) {
        if (finding.severity() == Finding.Severity.BROKEN) {
            broken++;
        } else {
            strange++;
        }
        first.add(finding);
        if (first.size() > KEPT) {
            first.pollLast();
        }
    }

    void broken(long index, String place, String words) {
        broken(index, index, place, words);
    }

    /** Somewhere from one index to another. */
    void broken(long index, long last, String place, String words) {
        add(new Finding(Finding.Severity.BROKEN, index, last, place, words));
    }

    long broken() {
        return broken;
    }

    long strange() {
        return strange;
    }

    /** What breaks the log before what is strange, each in the order of the log. */
    List<Finding> first() {
        return List.copyOf(first);
    }
}
