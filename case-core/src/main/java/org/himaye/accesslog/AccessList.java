package org.himaye.accesslog;

import java.util.List;

/**
 * One page of the log, newest first.
 *
 * @param newer cursor of the newest row here when there are newer ones, else null
 * @param older cursor of the oldest row here when there are older ones, else null
 * @param count how many events fit the query, never more than {@link #COUNT_LIMIT} + 1
 */
public record AccessList(List<AccessEntry> rows, AccessQuery.Cursor newer, AccessQuery.Cursor older, int count) {

    /** Counting ends here: beyond it the page says "more than". */
    public static final int COUNT_LIMIT = 1_000;

    public boolean countCapped() {
        return count > COUNT_LIMIT;
    }
}
