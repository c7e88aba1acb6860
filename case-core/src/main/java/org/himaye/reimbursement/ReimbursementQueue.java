package org.himaye.reimbursement;

import java.util.List;

/**
 * What waits for the caller's step, the oldest first, and what the caller has done.
 *
 * @param more further requests wait; they follow when these are done
 * @param done newest first, number and state only
 */
public record ReimbursementQueue(List<QueueRow> waiting, boolean more, List<QueueRow> done) {}
