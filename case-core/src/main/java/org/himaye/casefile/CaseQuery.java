package org.himaye.casefile;

import java.time.Instant;
import java.util.UUID;

/**
 * What the list shall show.
 *
 * @param status only this one, or null for all
 * @param assignee only cases of this caseworker, or null for all
 * @param after cursor of the last row already seen, or null for the first page
 */
public record CaseQuery(CaseStatus status, UUID assignee, Cursor after) {

    /** Place of a row in the list's order: deadline, then id. */
    public record Cursor(Instant due, UUID id) {}

    public static CaseQuery all() {
        return new CaseQuery(null, null, null);
    }
}
