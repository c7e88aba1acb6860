package org.himaye.verifier.entry;

import java.util.Optional;

/** Something that must hold between an entry and those before it. */
public interface EntryRule {

    /** Sees the entries one by one; returns what is wrong with this one, in words. */
    Optional<String> see(long index, Entry entry);

    /** At the end, and where an entry could not be read; returns what was still awaited. */
    default Optional<String> interrupted() {
        return Optional.empty();
    }

    /** Whether the log is broken when it does not hold, or only strange. */
    boolean breaks();
}
