package org.himaye.accesslog;

import java.time.LocalDate;

/**
 * Refused accesses since a day, that day included.
 *
 * @param count never more than {@link AccessList#COUNT_LIMIT} + 1
 */
public record RecentRefusals(int count, LocalDate since) {}
