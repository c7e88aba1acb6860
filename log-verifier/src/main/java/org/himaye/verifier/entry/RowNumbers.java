package org.himaye.verifier.entry;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * No row of the database is in the log twice. One bit for each number: 13 MB for 100 million, and not more than a byte for each entry
 * when somebody invents numbers far apart.
 */
public final class RowNumbers implements EntryRule {

    private static final int PAGE = 1 << 16;
    private static final int PAGES_AT_ONCE = 1_024;
    private static final int ENTRIES_FOR_A_PAGE = 8_192;

    private final Map<Long, BitSet> pages = new HashMap<>();
    private BitSet last;
    private long lastOf;
    private boolean tooSparse;
    private long seen;

    @Override
    public Optional<String> see(long index, Entry entry) {
        if (entry.continues() || tooSparse) {
            return Optional.empty();
        }
        seen++;
        BitSet page = page(entry.number() / PAGE);
        if (pages.size() > PAGES_AT_ONCE + seen / ENTRIES_FOR_A_PAGE) {
            tooSparse = true;
            pages.clear();
            return Optional.of("numbers of rows are so far apart that the rest cannot be checked for doubles");
        }
        int bit = (int) (entry.number() % PAGE);
        if (page.get(bit)) {
            return Optional.of("row " + entry.number() + " is in the log a second time");
        }
        page.set(bit);
        return Optional.empty();
    }

    /** Mostly the one of the entry before. */
    private BitSet page(long of) {
        if (last == null || lastOf != of) {
            lastOf = of;
            last = pages.computeIfAbsent(of, none -> new BitSet(PAGE));
        }
        return last;
    }

    @Override
    public boolean breaks() {
        return true;
    }
}
