package org.himaye.identification;

import java.util.List;
import org.himaye.shared.PageOf;

/**
 * What was sent to a unit.
 *
 * @param waiting without a decision, the oldest first
 * @param decided newest first, page by page
 */
public record IdentificationQueue(List<QueueRow> waiting, PageOf<QueueRow> decided) {}
