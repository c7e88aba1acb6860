package org.himaye.reimbursement;

import java.util.List;
import org.himaye.shared.PageOf;

/**
 * What waits for the caller's step, the oldest first, and what the caller has done.
 *
 * @param more further requests wait; they follow when these are done
 * @param done what changed last stands first, page by page; number and state only
 */
public record ReimbursementQueue(List<QueueRow> waiting, boolean more, PageOf<QueueRow> done) {}
