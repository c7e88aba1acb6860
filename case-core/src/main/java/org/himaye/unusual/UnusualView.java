package org.himaye.unusual;

import java.time.Instant;
import java.util.List;
import org.himaye.accesslog.AccessEntry;
import org.himaye.confidentiality.Revealed;

/**
 * One unusual access with its events.
 *
 * @param accesses the newest of the events that were kept
 * @param words of the verdict; null while it is open
 * @param by who decided, or null
 * @param decidedAt null while it is open
 * @param erased whether its case was erased: then no words are written any more, and nobody can be asked
 */
public record UnusualView(
        UnusualLine line,
        int version,
        List<AccessEntry> accesses,
        Revealed<?> words,
        String by,
        Instant decidedAt,
        boolean erased) {}
