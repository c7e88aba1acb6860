package org.himaye.unusual;

import java.time.LocalDate;
import org.himaye.shared.PageOf;

/**
 * What was found, and how far the log was gone over.
 *
 * @param until the last day that was looked at, in Baku; null when none was
 */
public record UnusualList(PageOf<UnusualLine> page, LocalDate until) {}
